package dev.pinflow.connect.s3.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.utils.SdkAutoCloseable;

class CredentialsTest {
    private static final String PROVIDER = "s3.credentials.provider.class";
    private static final String KEYS_GIVEN = "aws.access.key.id";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "com.amazonaws.auth.EnvironmentVariableCredentialsProvider, EnvironmentVariableCredentialsProvider",
        "com.amazonaws.auth.SystemPropertiesCredentialsProvider, SystemPropertyCredentialsProvider",
        "com.amazonaws.auth.InstanceProfileCredentialsProvider, InstanceProfileCredentialsProvider",
        "com.amazonaws.auth.ContainerCredentialsProvider, ContainerCredentialsProvider",
        "com.amazonaws.auth.profile.ProfileCredentialsProvider, ProfileCredentialsProvider",
        "com.amazonaws.auth.WebIdentityTokenCredentialsProvider, WebIdentityTokenFileCredentialsProvider",
        "com.amazonaws.auth.AnonymousAWSCredentials, AnonymousCredentialsProvider",
        "com.amazonaws.auth.DefaultAWSCredentialsProviderChain, DefaultCredentialsProvider",
        "software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider, AnonymousCredentialsProvider",
    })
    void takesNamesOfBothGenerationsOfTheSdk(String name, String made) {
        assertThat(Options.problems(Map.of(PROVIDER, name))).isEmpty();
        StorageConfig storage = Options.storage(Map.of(PROVIDER, name));
        assertThat(storage.credentials().open(storage.transport()).getClass().getSimpleName())
                .isEqualTo(made);
    }

    @Test
    void makesAProviderByItsFactoryOrByItsConstructor() {
        assertThat(accessKey(Map.of(PROVIDER, ByFactory.class.getName()))).isEqualTo("by factory");
        assertThat(accessKey(Map.of(PROVIDER, ByConstructor.class.getName()))).isEqualTo("by constructor");
    }

    @Test
    void prefersKeysToAProviderThatCannotTakeThem() {
        assertThat(accessKey(
                        Map.of(PROVIDER, ByFactory.class.getName(), KEYS_GIVEN, "me", "aws.secret.access.key", "hush")))
                .isEqualTo("me");
    }

    @Test
    void givesAConfigurableProviderItsOptionsAndTheKeys() {
        Map<String, String> given = Map.of(
                PROVIDER,
                Told.class.getName(),
                KEYS_GIVEN,
                "me",
                "aws.secret.access.key",
                "hush",
                "s3.credentials.provider.vault.path",
                "pins/sink");
        assertThat(Options.problems(given)).isEmpty();
        assertThat(accessKey(given))
                .isEqualTo("{aws.access.key.id=me, aws.secret.access.key=hush, vault.path=pins/sink}");
        assertThat(Options.storage(given).toString()).contains("vault.path").doesNotContain("hush", "pins/sink");
    }

    @Test
    void saysWhichProviderFailedAndNotWhatItWasTold() {
        StorageConfig storage = Options.storage(Map.of(PROVIDER, Failing.class.getName()));
        assertThatThrownBy(() -> storage.credentials().open(storage.transport()))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContainingAll(Failing.class.getName(), PROVIDER, "IllegalArgumentException")
                .hasMessageNotContaining("hush");
    }

    @Test
    void closesTheProviderWithTheClient() {
        StorageConfig storage = Options.storage(Map.of(PROVIDER, Closed.class.getName()));
        S3Client client = S3Clients.open(storage, 3);
        assertThat(Closed.CLOSED).isFalse();
        client.close();
        assertThat(Closed.CLOSED).isTrue();
    }

    @Test
    void assumesARoleWithTheKeysThatAreGiven() {
        Map<String, String> given = Map.of(
                PROVIDER,
                "io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider",
                KEYS_GIVEN,
                "me",
                "aws.secret.access.key",
                "hush",
                "s3.region",
                "eu-west-1",
                "s3.credentials.provider.sts.role.arn",
                "arn:aws:iam::123456789012:role/sink",
                "s3.credentials.provider.sts.role.session.name",
                "pins",
                "s3.credentials.provider.sts.role.external.id",
                "partner",
                "s3.credentials.provider.sts.endpoint",
                "http://sts.example");
        assertThat(Options.problems(given)).isEmpty();
        assertThat(Options.storage(given).credentials())
                .isEqualTo(new AssumedRole(
                        "arn:aws:iam::123456789012:role/sink",
                        "pins",
                        Optional.of("partner"),
                        "eu-west-1",
                        Optional.of(URI.create("http://sts.example")),
                        Optional.of(new StaticKeys("me", new Password("hush")))));
    }

    @ParameterizedTest(name = "{0}={1}")
    @CsvSource({
        "s3.credentials.provider.sts.role.arn, sink, ARN of the role",
        "s3.credentials.provider.sts.role.session.name, a b, 2 to 64",
        "s3.credentials.provider.sts.region, e u, region",
    })
    void refusesARoleThatCannotBe(String key, String value, String sentence) {
        Map<String, String> given = new TreeMap<>(Map.of(
                PROVIDER,
                "dev.pinflow.connect.s3.client.AssumeRoleCredentialsProvider",
                "s3.credentials.provider.sts.role.arn",
                "arn:aws:iam::123456789012:role/sink"));
        assertThat(Options.problems(given)).isEmpty();
        given.put(key, value);
        assertThat(Options.problems(given)).containsOnlyKeys(key);
        assertThat(Options.problems(given).get(key)).singleElement().asString().contains(sentence);
    }

    private static String accessKey(Map<String, String> given) {
        StorageConfig storage = Options.storage(given);
        return storage.credentials()
                .open(storage.transport())
                .resolveCredentials()
                .accessKeyId();
    }

    private static AwsCredentials named(String name) {
        return AwsBasicCredentials.create(name, "hush");
    }

    public static final class ByFactory implements AwsCredentialsProvider {
        private ByFactory() {}

        public static ByFactory create() {
            return new ByFactory();
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return named("by factory");
        }
    }

    public static final class ByConstructor implements AwsCredentialsProvider {
        @Override
        public AwsCredentials resolveCredentials() {
            return named("by constructor");
        }
    }

    public static final class Told implements AwsCredentialsProvider, Configurable {
        private final Map<String, Object> told = new TreeMap<>();

        @Override
        public void configure(Map<String, ?> configs) {
            told.putAll(configs);
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return named(told.toString());
        }
    }

    public static final class Failing implements AwsCredentialsProvider {
        public Failing() {
            throw new IllegalArgumentException("the secret hush is wrong");
        }

        @Override
        public AwsCredentials resolveCredentials() {
            return named("never");
        }
    }

    public static final class Closed implements AwsCredentialsProvider, SdkAutoCloseable {
        static final AtomicBoolean CLOSED = new AtomicBoolean();

        @Override
        public AwsCredentials resolveCredentials() {
            return named("closed");
        }

        @Override
        public void close() {
            CLOSED.set(true);
        }
    }
}
