package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.connect.source.ConnectorTransactionBoundaries;
import org.apache.kafka.connect.source.ExactlyOnceSupport;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RdsPostingSourceConnectorTest {
    private static final Map<String, String> MINIMAL = Map.of(
            "connection.url", "jdbc:mysql://127.0.0.1:1/posts", "connection.user", "app", "topic.prefix", "user-1");

    private final RdsPostingSourceConnector connector = new RdsPostingSourceConnector();

    private Map<String, List<String>> problems(Map<String, String> options) {
        Config config = connector.validate(options);
        return config.configValues().stream()
                .filter(value -> !value.errorMessages().isEmpty())
                .collect(Collectors.toMap(ConfigValue::name, ConfigValue::errorMessages));
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> options = new HashMap<>(MINIMAL);
        options.put(key, value);
        return options;
    }

    @Test
    void isFoundAsAService() {
        assertThat(ServiceLoader.load(SourceConnector.class).stream().map(ServiceLoader.Provider::type))
                .contains(RdsPostingSourceConnector.class);
    }

    @Test
    void knowsItsVersion() {
        assertThat(connector.version()).matches("\\d+\\.\\d+\\.\\d+.*");
        assertThat(new RdsPostingSourceTask().version()).isEqualTo(connector.version());
    }

    @Test
    void describesEveryOption() {
        for (ConfigKey key : connector.config().configKeys().values()) {
            assertThat(key.group).as(key.name).isNotNull();
            assertThat(key.displayName).as(key.name).isNotEqualTo(key.name);
            assertThat(key.documentation).as(key.name).endsWith(".");
        }
    }

    @Test
    void dividesTheStridesOverTheTasks() {
        connector.start(MINIMAL);

        assertThat(connector.taskConfigs(3))
                .extracting(task -> task.get("task.strides"))
                .containsExactly("0,3,6", "1,4,7", "2,5");
        assertThat(connector.taskConfigs(3)).allSatisfy(task -> assertThat(task).containsAllEntriesOf(MINIMAL));
        assertThat(connector.taskConfigs(20)).hasSize(8);
    }

    @Test
    void doesNotStartWithoutWhatItNeeds() {
        assertThatThrownBy(() -> connector.start(Map.of())).isInstanceOf(ConfigException.class);
    }

    @Test
    void reportsAllMissingOptionsAtOnce() {
        assertThat(problems(Map.of())).containsOnlyKeys("connection.url", "connection.user", "topic.prefix");
    }

    /** Each case breaks one option while connection.user is missing, so that no database is asked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection.url                | jdbc:oracle:thin:@db    | must start with jdbc:mysql:",
                "connection.url                | jdbc:mysql://a:b@db/p   | must not hold credentials",
                "connection.connect.timeout.ms | 0                       | at least 1",
                "connection.socket.timeout.ms  | soon                    | Not a number",
                "tables                        | pin                     | name:table:key column",
                "batch.max.postings            | 100000                  | no more than 8192",
                "on.missing.row                | ignore                  | skip, fail",
                "mode                          | random                  | sweep, shuffle, sample, classic",
                "seed                          | abc                     | Not a number",
                "postings.per.second           | -1                      | 0 (as fast as possible)",
                "postings.per.second           | NaN                     | 0 (as fast as possible)",
                "postings.max                  | -2                      | at least -1",
                "topic.prefix                  | a b                     | letters, digits",
                "value.format                  | xml                     | struct, map, json",
                "record.key                    | field                   | index, none",
                "datetime.format               | rfc                     | iso, epoch-ms",
                "datetime.zone                 | Berlin                  | Europe/Berlin",
                "tinyint1.mode                 | bit                     | int8, boolean",
                "bigint.unsigned.handling.mode | wrap                    | precise, string, long",
                "decimal.handling.mode         | float                   | precise, double, string",
                "headers.enabled               | perhaps                 | true or false",
                "retry.budget.ms               | -1                      | at least 0",
                "retry.backoff.ms              | 0                       | at least 1",
                "postings.per.transaction      | 50                      | has no effect without transaction.boundary=connector",
            })
    void namesTheOptionAndTheRule(String key, String value, String rule) {
        Map<String, String> options = with(key, value);
        options.remove("connection.user");

        Map<String, List<String>> problems = problems(options);

        assertThat(problems).containsOnlyKeys(key, "connection.user");
        assertThat(String.join(" ", problems.get(key))).contains(key).containsIgnoringCase(rule);
    }

    /** Kafka's parser asks validators about null where it has found that a value is of the wrong type. */
    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"?", "-1", "NaN", " ", "${file:/none:KEY}"})
    void answersWhateverAnyOptionIs(String value) {
        for (String key : connector.config().names()) {
            Map<String, String> options = with(key, value);
            options.put("task.strides", "0"); // One problem, so that no database is asked where the value is fine.

            assertThat(problems(options)).as("%s=%s", key, value).isNotEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"postings.per.second", "clock.speed", "schedule.amplitude", "retry.budget.ms", "seed"})
    void namesANumberThatIsNone(String key) {
        Map<String, String> options = with(key, "abc");
        options.remove("connection.user");

        assertThat(String.join(" ", problems(options).get(key))).contains("abc");
    }

    @Test
    void startsWithOptionsThatHaveNoValue() {
        connector.start(with("clock.start", null));

        assertThat(connector.taskConfigs(1).get(0)).doesNotContainKey("clock.start");
    }

    @Test
    void deliversExactlyOnceWithItsOwnBoundariesOnly() {
        Map<String, String> options = with("exactly.once.support", "required");
        assertThat(connector.exactlyOnceSupport(options)).isEqualTo(ExactlyOnceSupport.UNSUPPORTED);
        assertThat(problems(options).get("transaction.boundary"))
                .singleElement()
                .asString()
                .contains("exactly.once.support=required needs transaction.boundary=connector");

        options.put("transaction.boundary", "connector");
        assertThat(connector.exactlyOnceSupport(options)).isEqualTo(ExactlyOnceSupport.SUPPORTED);
        assertThat(connector.canDefineTransactionBoundaries(options))
                .isEqualTo(ConnectorTransactionBoundaries.SUPPORTED);
        assertThat(problems(options)).doesNotContainKey("transaction.boundary");

        options.put("postings.per.transaction", "1000");
        assertThat(connector.canDefineTransactionBoundaries(options))
                .isEqualTo(ConnectorTransactionBoundaries.UNSUPPORTED);
        assertThat(problems(options).get("postings.per.transaction"))
                .singleElement()
                .asString()
                .contains("batch.max.postings is 512");
    }

    @ParameterizedTest
    @CsvSource({
        "retry.backoff.ms, 60000, retry.backoff.ms, at most retry.backoff.max.ms",
        "tables, %s:t:k, topic.prefix, longer than Kafka's 249",
        "table, x, table, did you mean tables",
    })
    void namesWhatDoesNotFitTogether(String key, String value, String blamed, String rule) {
        Map<String, String> options = with(key, value.replace("%s", "n".repeat(245)));
        options.remove("connection.user");

        assertThat(String.join(" ", problems(options).get(blamed))).contains(rule);
    }

    @Test
    void leavesOptionsOfOthersAlone() {
        Map<String, String> options = new HashMap<>(MINIMAL);
        options.remove("connection.user");
        for (String foreign : List.of("node", "role", "model", "cloud", "errors.tolerance", "topic.creation.groups")) {
            options.put(foreign, "x");
        }

        assertThat(problems(options)).containsOnlyKeys("connection.user");
    }

    @Test
    void takesPostingsPerTransactionWithBoundariesOfItsOwn() {
        Map<String, String> options = with("postings.per.transaction", "50");
        options.remove("connection.user");
        options.put("transaction.boundary", "connector");

        assertThat(problems(options)).containsOnlyKeys("connection.user");
    }

    @Test
    void loadsNoConfigProvider() {
        Map<String, String> options = with("config.providers", "own");
        options.put("config.providers.own.class", LoadedProvider.class.getName());
        LoadedProvider.loaded.set(0);

        connector.start(options);

        assertThat(LoadedProvider.loaded).hasValue(0);
        assertThat(problems(options)).isNotEmpty();
        assertThat(LoadedProvider.loaded).hasValue(0);
    }

    /** Counts how often it was made. */
    public static final class LoadedProvider implements ConfigProvider {
        static final AtomicInteger loaded = new AtomicInteger();

        public LoadedProvider() {
            loaded.incrementAndGet();
        }

        @Override
        public void configure(Map<String, ?> options) {}

        @Override
        public ConfigData get(String path) {
            return new ConfigData(Map.of());
        }

        @Override
        public ConfigData get(String path, Set<String> keys) {
            return new ConfigData(Map.of());
        }

        @Override
        public void close() {}
    }

    static Stream<ConfigKey> options() {
        return PostingSourceConfig.definition().configKeys().values().stream();
    }

    /** Kafka calls validators with null for what is not of an option's type. */
    @ParameterizedTest
    @MethodSource("options")
    void noValidatorTripsOverNull(ConfigKey option) {
        if (option.validator != null) {
            try {
                option.validator.ensureValid(option.name, null);
            } catch (ConfigException refusal) {
                assertThat(refusal).hasMessageContaining(option.name);
            }
        }
    }

    @Test
    void aValidationThatFailsItselfIsAnErrorToo() {
        assertThat(problems(null).get("connection.url"))
                .singleElement()
                .asString()
                .contains("could not be checked", "java.lang.NullPointerException");
    }

    @Test
    void finishedJsonNeedsAConverterThatLeavesItAlone() {
        Map<String, String> options = with("value.format", "json");
        options.remove("connection.user");
        options.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");

        assertThat(problems(options).get("value.format"))
                .singleElement()
                .asString()
                .contains("org.apache.kafka.connect.converters.ByteArrayConverter");

        options.put("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
        assertThat(problems(options)).containsOnlyKeys("connection.user");
    }
}
