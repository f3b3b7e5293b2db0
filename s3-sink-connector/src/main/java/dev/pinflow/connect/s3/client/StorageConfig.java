package dev.pinflow.connect.s3.client;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.types.Password;

/**
 * Which bucket, where, as whom, and how hard to try.
 *
 * @param endpoint of an S3-compatible store; empty for AWS
 * @param keys empty to use the SDK's own chain of credential sources
 * @param partBytes objects below it are one request, larger ones are uploaded in parts of this size
 * @param attempts of one request, the first included, at least 1
 * @param backoff before the second attempt; doubled for each further one
 */
public record StorageConfig(
        String bucket,
        String region,
        Optional<URI> endpoint,
        boolean pathStyle,
        Optional<StaticKeys> keys,
        int partBytes,
        int attempts,
        Duration backoff) {
    static final String BUCKET = "s3.bucket.name";
    static final String REGION = "s3.region";
    static final String STORE_URL = "store.url";
    static final String PATH_STYLE = "s3.path.style.access.enabled";
    static final String ACCESS_KEY = "aws.access.key.id";
    static final String SECRET_KEY = "aws.secret.access.key";
    static final String PROVIDER = "s3.credentials.provider.class";
    static final String PART_SIZE = "s3.part.size";
    static final String PART_RETRIES = "s3.part.retries";
    static final String RETRY_BACKOFF = "s3.retry.backoff.ms";
    static final String STORAGE_CLASS = "storage.class";

    private static final List<String> SCHEMES = List.of("http", "https");
    private static final int LEAST_PART_BYTES = 5 * 1024 * 1024;
    private static final String DEFAULT_PROVIDER = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";
    private static final List<String> PROVIDERS =
            List.of(DEFAULT_PROVIDER, "com.amazonaws.auth.DefaultAWSCredentialsProviderChain");
    private static final String DEFAULT_STORAGE = "io.confluent.connect.s3.storage.S3Storage";

    /** An access key; the secret is kept out of every log. */
    public record StaticKeys(String accessKey, Password secretKey) {}

    public static void define(ConfigDef def) {
        def.define(
                BUCKET,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new NonEmptyString(),
                Importance.HIGH,
                "Bucket to write to.");
        def.define(REGION, ConfigDef.Type.STRING, "us-west-2", new NonEmptyString(), Importance.MEDIUM, "AWS region.");
        def.define(
                STORE_URL,
                ConfigDef.Type.STRING,
                null,
                Rules.accepted(
                        StorageConfig::isEndpoint,
                        "must be a host, or an http or https URL, of an S3-compatible store"),
                Importance.HIGH,
                "Endpoint of an S3-compatible store; https unless the URL says otherwise. Unset: AWS.");
        def.define(
                PATH_STYLE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Bucket in the path instead of the host name.");
        def.define(
                ACCESS_KEY,
                ConfigDef.Type.STRING,
                "",
                Importance.HIGH,
                "Access key; empty: the SDK's credential chain.");
        def.define(SECRET_KEY, ConfigDef.Type.PASSWORD, new Password(""), Importance.HIGH, "Secret of the access key.");
        def.define(
                PROVIDER,
                ConfigDef.Type.STRING,
                DEFAULT_PROVIDER,
                Rules.oneOf(
                        PROVIDERS,
                        "; other providers are not supported yet, let the SDK's chain find the credentials or set "
                                + ACCESS_KEY + " and " + SECRET_KEY),
                Importance.LOW,
                "Source of credentials when no keys are set.");
        def.define(
                PART_SIZE,
                ConfigDef.Type.INT,
                26_214_400,
                Range.atLeast(LEAST_PART_BYTES),
                Importance.HIGH,
                "Objects below this many bytes are written by one request, larger ones in parts of this size.");
        def.define(
                PART_RETRIES,
                ConfigDef.Type.INT,
                3,
                Range.atLeast(0),
                Importance.MEDIUM,
                "Attempts per request, the first included; 0 means one attempt too.");
        def.define(
                RETRY_BACKOFF,
                ConfigDef.Type.LONG,
                200L,
                Range.atLeast(0),
                Importance.LOW,
                "Base in ms of the exponential pause between attempts.");
        def.define(
                STORAGE_CLASS,
                ConfigDef.Type.STRING,
                DEFAULT_STORAGE,
                Rules.oneOf(List.of(DEFAULT_STORAGE), "; this connector writes to S3 only"),
                Importance.LOW,
                "Accepted for configurations written for Confluent's sink.");
    }

    public static void check(Findings findings) {
        boolean access = !findings.text(ACCESS_KEY).isBlank();
        boolean secret = findings.value(SECRET_KEY) instanceof Password password
                && !password.value().isBlank();
        if (access && !secret) {
            findings.problem(SECRET_KEY, "must be set because " + ACCESS_KEY + " is");
        } else if (secret && !access) {
            findings.problem(ACCESS_KEY, "must be set because " + SECRET_KEY + " is");
        }
    }

    public static StorageConfig from(AbstractConfig config) {
        String accessKey = config.getString(ACCESS_KEY);
        Optional<StaticKeys> keys = accessKey.isBlank()
                ? Optional.empty()
                : Optional.of(new StaticKeys(accessKey, config.getPassword(SECRET_KEY)));
        return new StorageConfig(
                config.getString(BUCKET),
                config.getString(REGION),
                Optional.ofNullable(config.getString(STORE_URL))
                        .filter(url -> !url.isBlank())
                        .map(StorageConfig::endpoint),
                config.getBoolean(PATH_STYLE),
                keys,
                config.getInt(PART_SIZE),
                Math.max(1, config.getInt(PART_RETRIES)),
                Duration.ofMillis(config.getLong(RETRY_BACKOFF)));
    }

    /** What every request carries. */
    public RequestSettings settings() {
        return new RequestSettings();
    }

    private static boolean isEndpoint(String text) {
        try {
            URI uri = new URI(withScheme(text));
            return text.isBlank() || (uri.getHost() != null && SCHEMES.contains(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static URI endpoint(String text) {
        return URI.create(withScheme(text));
    }

    private static String withScheme(String text) {
        return text.contains("://") ? text : "https://" + text;
    }
}
