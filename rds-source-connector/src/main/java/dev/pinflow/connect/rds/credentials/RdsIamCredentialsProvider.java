package dev.pinflow.connect.rds.credentials;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.errors.RetriableException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Logs in to RDS with tokens of IAM database authentication, made from the worker's AWS credentials (the SDK's default
 * chain) without asking AWS.
 *
 * <p>A token is a request {@code host:port/?Action=connect&DBUser=user} to the service {@code rds-db}, signed with
 * Signature Version 4 in its query, valid for 15 minutes; its form is that of {@code aws rds generate-db-auth-token}. The
 * URL must name the one host that RDS calls its endpoint, as the signature covers it.
 */
public final class RdsIamCredentialsProvider implements CredentialsProvider {
    private static final Duration VALIDITY = Duration.ofMinutes(15);
    private static final String SCHEME = "https://";

    private final AwsCredentialsProvider aws;
    private final Clock clock;
    private Endpoint endpoint;
    private String user = "";
    private String region = "";

    /** Takes AWS credentials from the SDK's default chain. */
    public RdsIamCredentialsProvider() {
        this(DefaultCredentialsProvider.builder().build(), Clock.systemUTC());
    }

    RdsIamCredentialsProvider(AwsCredentialsProvider aws, Clock clock) {
        this.aws = aws;
        this.clock = clock;
    }

    @Override
    public void configure(Map<String, ?> options) {
        endpoint = Endpoint.of((String) options.get(CredentialsConfig.URL));
        user = (String) options.get(CredentialsConfig.USER);
        String named = (String) options.get(CredentialsConfig.AWS_REGION);
        region = named.isEmpty() ? endpoint.region().orElseGet(RdsIamCredentialsProvider::defaultRegion) : named;
    }

    private static String defaultRegion() {
        try {
            return DefaultAwsRegionProviderChain.builder().build().getRegion().id();
        } catch (SdkException none) {
            throw new ConfigException(CredentialsConfig.AWS_REGION + " is missing, and neither the host's name nor the "
                    + "worker's AWS settings tell the region: set " + CredentialsConfig.AWS_REGION
                    + ", such as eu-west-1.");
        }
    }

    @Override
    public Credentials credentials() {
        AwsCredentialsIdentity identity;
        try {
            identity = aws.resolveCredentials();
        } catch (SdkException unavailable) {
            throw new RetriableException(
                    "The worker has no AWS credentials to make an RDS token from: " + unavailable.getMessage()
                            + " Give it a role or a profile that may rds-db:connect as " + user + ".",
                    unavailable);
        }
        return new Credentials(user, new Password(token(identity)));
    }

    private String token(AwsCredentialsIdentity identity) {
        SdkHttpRequest request = SdkHttpRequest.builder()
                .method(SdkHttpMethod.GET)
                .protocol("https")
                .host(endpoint.host())
                .port(endpoint.port())
                .encodedPath("/")
                .putRawQueryParameter("Action", "connect")
                .putRawQueryParameter("DBUser", user)
                .build();
        return AwsV4HttpSigner.create()
                .sign(signing -> signing.identity(identity)
                        .request(request)
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, "rds-db")
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, VALIDITY)
                        .putProperty(HttpSigner.SIGNING_CLOCK, clock))
                .request()
                .getUri()
                .toString()
                .substring(SCHEME.length());
    }

    /** The database takes the token as clear text. */
    @Override
    public boolean needsEncryption() {
        return true;
    }

    @Override
    public void close() {
        if (aws instanceof DefaultCredentialsProvider chain) {
            chain.close();
        }
    }
}
