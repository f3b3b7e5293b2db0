package dev.pinflow.streams.config;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.contract.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.LambdaValidator;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;

/** The keys of the service's configuration with their types, defaults and meanings. */
public final class StreamsSettings {
    public static final String USER_ID = "user.id";
    public static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    public static final String APPLICATION_ID = "application.id";
    public static final String REGISTRY_KIND = "registry.kind";
    public static final String REGISTRY_URL = "registry.url";
    public static final String REGISTRY_USER = "registry.user";
    public static final String REGISTRY_PASSWORD = "registry.password";
    public static final String REGISTRY_TOKEN = "registry.token";
    public static final String AUTO_REGISTER = "schemas.auto.register";
    public static final String VALUE_SERDE = "curated.value.serde";
    public static final String THREADS = "stream.threads";
    public static final String COMMIT_INTERVAL = "commit.interval.ms";
    public static final String TRANSACTION_TIMEOUT = "transaction.timeout.ms";
    public static final String SESSION_TIMEOUT = "session.timeout.ms";
    public static final String STATE_DIRECTORY = "state.dir";
    public static final String STATE_MEMORY = "state.memory.bytes";
    public static final String CURATED_FORMAT = "curated.format";
    public static final String GROUP_PROTOCOL = "group.protocol";
    public static final String ANSWERS_ENABLED = "answers.enabled";
    public static final String ANSWERS_APPLICATION_ID = "answers.application.id";
    public static final String ANSWERS_THREADS = "answers.stream.threads";
    public static final String ANSWERS_STANDBY_REPLICAS = "answers.standby.replicas";
    public static final String ANSWERS_AS_OF_INTERVAL = "answers.as.of.interval.ms";
    public static final String MANAGEMENT_HOST = "management.host";
    public static final String MANAGEMENT_PORT = "management.port";
    public static final String READY_GRACE = "ready.grace.ms";
    public static final String FAILURE_TIMEOUT = "failure.timeout.ms";

    /** What follows this prefix goes to the serde unchanged, over the settings that the registry's kind implies. */
    public static final String SERDE_PREFIX = "serde.";
    /** What follows this prefix goes to Kafka Streams and its clients unchanged, such as {@code security.protocol}. */
    public static final String KAFKA_PREFIX = "kafka.";

    public static final ConfigDef DEFINITION = new ConfigDef()
            .define(
                    USER_ID,
                    ConfigDef.Type.STRING,
                    NO_DEFAULT_VALUE,
                    validator(StreamsSettings::requireUserId),
                    Importance.HIGH,
                    "Whose topics are cleaned: user-<id>.pin and so on.")
            .define(
                    BOOTSTRAP_SERVERS,
                    ConfigDef.Type.STRING,
                    NO_DEFAULT_VALUE,
                    new NonEmptyString(),
                    Importance.HIGH,
                    "Kafka brokers to begin with, as host:port,host:port.")
            .define(
                    APPLICATION_ID,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.MEDIUM,
                    "Consumer group and prefix of transactional ids; empty means pinflow-cleaning-<user.id>. Instances "
                            + "with the same id share the work.")
            .define(
                    REGISTRY_KIND,
                    ConfigDef.Type.STRING,
                    "apicurio",
                    ValidString.in("apicurio", "confluent"),
                    Importance.MEDIUM,
                    "The make of the schema registry: decides the default serde and its settings.")
            .define(
                    REGISTRY_URL,
                    ConfigDef.Type.STRING,
                    "http://127.0.0.1:8081",
                    validator(StreamsSettings::requireHttp),
                    Importance.HIGH,
                    "The address of the schema registry, without a path for apicurio.")
            .define(
                    REGISTRY_USER,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.LOW,
                    "User of the schema registry, for basic authentication.")
            .define(REGISTRY_PASSWORD, ConfigDef.Type.PASSWORD, "", Importance.LOW, "Password of registry.user.")
            .define(
                    REGISTRY_TOKEN,
                    ConfigDef.Type.PASSWORD,
                    "",
                    Importance.LOW,
                    "Bearer token for the schema registry, instead of user and password.")
            .define(
                    AUTO_REGISTER,
                    ConfigDef.Type.BOOLEAN,
                    false,
                    Importance.LOW,
                    "Whether the start registers the curated schemas; otherwise it fails when they are missing.")
            .define(
                    VALUE_SERDE,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.LOW,
                    "Class name of the serde for curated values; empty means the one of registry.kind.")
            .define(
                    THREADS,
                    ConfigDef.Type.INT,
                    1,
                    Range.between(1, 64),
                    Importance.MEDIUM,
                    "Stream threads of this instance; more than partitions of the three raw topics is no use.")
            .define(
                    COMMIT_INTERVAL,
                    ConfigDef.Type.INT,
                    100,
                    Range.atLeast(1),
                    Importance.LOW,
                    "Milliseconds between commits, and so until records become visible to read_committed readers.")
            .define(
                    TRANSACTION_TIMEOUT,
                    ConfigDef.Type.INT,
                    10_000,
                    Range.atLeast(1_000),
                    Importance.LOW,
                    "Milliseconds for which the open transaction of a killed instance holds up read_committed readers.")
            .define(
                    SESSION_TIMEOUT,
                    ConfigDef.Type.INT,
                    10_000,
                    Range.atLeast(1_000),
                    Importance.LOW,
                    "Milliseconds after which the partitions of a killed instance go to another one.")
            .define(
                    STATE_DIRECTORY,
                    ConfigDef.Type.STRING,
                    Path.of(System.getProperty("java.io.tmpdir"), "pinflow-streams")
                            .toString(),
                    new NonEmptyString(),
                    Importance.MEDIUM,
                    "The folder for state; two instances on one machine need two.")
            .define(
                    STATE_MEMORY,
                    ConfigDef.Type.LONG,
                    64L << 20,
                    Range.atLeast(8L << 20),
                    Importance.LOW,
                    "Bytes outside the heap for the caches and write buffers of all state stores together.")
            .define(
                    CURATED_FORMAT,
                    ConfigDef.Type.STRING,
                    "avro",
                    ValidString.in("avro", "json"),
                    Importance.MEDIUM,
                    "How curated records are written: avro in Confluent's wire format, or json, which needs no "
                            + "schema registry.")
            .define(
                    GROUP_PROTOCOL,
                    ConfigDef.Type.STRING,
                    "classic",
                    ValidString.in("classic", "streams"),
                    Importance.LOW,
                    "The rebalance protocol. streams (KIP-1071) needs brokers of version 4.2.1 or newer, which then "
                            + "keep the session time-out and the number of standby replicas.")
            .define(
                    ANSWERS_ENABLED,
                    ConfigDef.Type.BOOLEAN,
                    true,
                    Importance.MEDIUM,
                    "Whether this instance keeps and serves the live answers.")
            .define(
                    ANSWERS_APPLICATION_ID,
                    ConfigDef.Type.STRING,
                    "",
                    Importance.LOW,
                    "As application.id, of the live answers; empty means pinflow-answers-<user.id>.")
            .define(
                    ANSWERS_THREADS,
                    ConfigDef.Type.INT,
                    1,
                    Range.between(1, 64),
                    Importance.LOW,
                    "Stream threads of this instance for the live answers.")
            .define(
                    ANSWERS_STANDBY_REPLICAS,
                    ConfigDef.Type.INT,
                    0,
                    Range.between(0, 8),
                    Importance.LOW,
                    "How many other instances keep a copy of the answers' state, so that they take over at once.")
            .define(
                    ANSWERS_AS_OF_INTERVAL,
                    ConfigDef.Type.INT,
                    1_000,
                    Range.atLeast(100),
                    Importance.LOW,
                    "Milliseconds between looks at how far the answers have come.")
            .define(
                    MANAGEMENT_HOST,
                    ConfigDef.Type.STRING,
                    "127.0.0.1",
                    new NonEmptyString(),
                    Importance.MEDIUM,
                    "The address that health, metrics and answers are served at; 0.0.0.0 is every one of the machine.")
            .define(
                    MANAGEMENT_PORT,
                    ConfigDef.Type.INT,
                    8082,
                    Range.between(-1, 65_535),
                    Importance.MEDIUM,
                    "Its port; 0 takes any free one, -1 serves nothing.")
            .define(
                    READY_GRACE,
                    ConfigDef.Type.INT,
                    30_000,
                    Range.atLeast(0),
                    Importance.LOW,
                    "Milliseconds for which an instance counts as ready while partitions move between instances.")
            .define(
                    FAILURE_TIMEOUT,
                    ConfigDef.Type.INT,
                    300_000,
                    Range.atLeast(0),
                    Importance.MEDIUM,
                    "Milliseconds for which failing stream threads are replaced, with growing pauses, before the "
                            + "instance gives up.");

    private StreamsSettings() {}

    private interface Check {
        void accept(String name, String value);
    }

    private static Validator validator(Check check) {
        return LambdaValidator.with((name, value) -> check.accept(name, (String) value), () -> "");
    }

    /** Missing values are reported by the definition itself. */
    private static void requireUserId(String name, String value) {
        try {
            if (value != null) {
                new Topics(value);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(name, value, e.getMessage());
        }
    }

    /** The value is not repeated: it may hold a password. */
    private static void requireHttp(String name, String value) {
        String rule = "Invalid value for " + name + ": give the registry's address as http://host:port or "
                + "https://host:port, and a login in " + REGISTRY_USER + " and " + REGISTRY_PASSWORD + ".";
        try {
            URI uri = URI.create(value);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean http = scheme.equals("http") || scheme.equals("https");
            if (!http || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new ConfigException(rule);
            }
        } catch (IllegalArgumentException e) {
            throw new ConfigException(rule);
        }
    }
}
