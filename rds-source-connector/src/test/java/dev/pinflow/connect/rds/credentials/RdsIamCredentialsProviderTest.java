package dev.pinflow.connect.rds.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

class RdsIamCredentialsProviderTest {
    private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final String HOST = "posts.cxyz0123.eu-west-1.rds.amazonaws.com";
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T10:15:30Z"), ZoneOffset.UTC);
    private static final AwsCredentialsProvider AWS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDEXAMPLE", SECRET_KEY));

    private static Credentials credentials(AwsCredentialsProvider aws, String url, String user, String region) {
        try (RdsIamCredentialsProvider provider = new RdsIamCredentialsProvider(aws, CLOCK)) {
            provider.configure(Map.of(
                    "connection.url", url,
                    "connection.user", user,
                    "connection.password", new Password(""),
                    "credentials.aws.region", region));
            return provider.credentials();
        }
    }

    private static String token(String url, String user, String region) {
        return credentials(AWS, url, user, region).password().value();
    }

    @Test
    void signsARequestToConnectAsSignatureVersion4Says() throws GeneralSecurityException {
        String token = token("jdbc:mysql://" + HOST + ":3307/posts", "app user", "");

        String query = "Action=connect&DBUser=app%20user&X-Amz-Algorithm=AWS4-HMAC-SHA256"
                + "&X-Amz-Credential=AKIDEXAMPLE%2F20261122%2Feu-west-1%2Frds-db%2Faws4_request"
                + "&X-Amz-Date=20261122T101530Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host";
        String request = "GET\n/\n" + query + "\nhost:" + HOST + ":3307\n\nhost\n" + hash("");
        String toSign = "AWS4-HMAC-SHA256\n20261122T101530Z\n20261122/eu-west-1/rds-db/aws4_request\n" + hash(request);
        byte[] key = ("AWS4" + SECRET_KEY).getBytes(UTF_8);
        for (String part : new String[] {"20261122", "eu-west-1", "rds-db", "aws4_request"}) {
            key = hmac(key, part);
        }
        String signature = HexFormat.of().formatHex(hmac(key, toSign));

        assertThat(token).startsWith(HOST + ":3307/?");
        assertThat(parameters(token)).isEqualTo(parameters("?" + query + "&X-Amz-Signature=" + signature));
    }

    @ParameterizedTest
    @CsvSource({
        HOST + ", '', eu-west-1",
        HOST + ", us-east-2, us-east-2",
        "posts.cxyz0123.cn-north-1.rds.amazonaws.com.cn, '', cn-north-1",
        "POSTS.CXYZ0123.US-GOV-WEST-1.RDS.AMAZONAWS.COM, '', us-gov-west-1",
        "db.example, ap-south-1, ap-south-1",
    })
    void takesTheRegionFromTheOptionOrElseFromTheHost(String host, String option, String region) {
        assertThat(parameters(token("jdbc:mysql://" + host + "/posts", "app", option)))
                .contains("X-Amz-Credential=AKIDEXAMPLE%2F20261122%2F" + region + "%2Frds-db%2Faws4_request");
    }

    @Test
    void usesThePortOfMySqlUnlessTheUrlNamesAnother() {
        assertThat(token("jdbc:mysql://" + HOST + "/posts", "app", "")).startsWith(HOST + ":3306/?");
    }

    @Test
    void addsTheTokenOfASession() {
        AwsCredentialsProvider session = StaticCredentialsProvider.create(
                AwsSessionCredentials.create("AKIDEXAMPLE", SECRET_KEY, "session/token"));

        assertThat(parameters(credentials(session, "jdbc:mysql://" + HOST + "/posts", "app", "")
                        .password()
                        .value()))
                .contains("X-Amz-Security-Token=session%2Ftoken");
    }

    @Test
    void neverShowsTheToken() {
        Credentials credentials = credentials(AWS, "jdbc:mysql://" + HOST + "/posts", "app", "");

        assertThat(credentials.toString()).contains("app").doesNotContain("X-Amz", "Action=connect");
    }

    @Test
    void demandsEncryption() {
        assertThat(new RdsIamCredentialsProvider(AWS, CLOCK).needsEncryption()).isTrue();
    }

    @Test
    void needsOneHost() {
        assertThatThrownBy(() -> token("jdbc:mysql://a:3306,b:3306/posts", "app", "eu-west-1"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("connection.url must name exactly one host");
    }

    @Test
    void letsTheConnectorTryAgainWhenAwsHasNoCredentials() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("Unable to load credentials from any of the providers in the chain.");
        };

        assertThatThrownBy(() -> credentials(none, "jdbc:mysql://" + HOST + "/posts", "app", ""))
                .isInstanceOf(RetriableException.class)
                .hasMessageContaining("rds-db:connect as app");
    }

    private static Set<String> parameters(String token) {
        return Arrays.stream(token.substring(token.indexOf('?') + 1).split("&")).collect(Collectors.toSet());
    }

    private static String hash(String text) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(UTF_8));
    }
}
