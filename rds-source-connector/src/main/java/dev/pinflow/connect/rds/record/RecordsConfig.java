package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.reading.RowFormat;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide what records look like.
 *
 * @param topicPrefix what all topics begin with, and the emulation's name in its offsets
 * @param valueFormat the form of values
 * @param key what keys are
 * @param headers whether records carry {@code pinflow.*} headers
 * @param types what column types become in values
 */
public record RecordsConfig(
        String topicPrefix, ValueFormat valueFormat, KeyMode key, boolean headers, TypesConfig types) {
    public static final String TOPIC_PREFIX = "topic.prefix";
    public static final String VALUE_FORMAT = "value.format";
    public static final String KEY = "record.key";
    public static final String HEADERS = "headers.enabled";

    private static final String GROUP = "Records";
    private static final int MAX_PREFIX = 200;
    private static final int MAX_TOPIC = 249;
    private static final String PREFIX_DOC = "What the topics' names begin with, such as user-0123456789ab: a table "
            + "named pin goes to user-0123456789ab.pin. It also names the emulation in its offsets.";
    private static final String FORMAT_DOC = "The form of record values: `struct` with a schema, for JSON or Avro "
            + "converters; `map` without one, for JsonConverter with schemas.enable=false; `json`, finished bytes for "
            + "org.apache.kafka.connect.converters.ByteArrayConverter.";
    private static final String KEY_DOC = "What record keys are: `index`, the posting's key as text of decimal "
            + "digits, which belongs with org.apache.kafka.connect.storage.StringConverter; `none` leaves keys out.";
    private static final String HEADERS_DOC = "Whether records carry the headers pinflow.posting (the number of the "
            + "posting), pinflow.mode and, in modes `shuffle` and `sample`, pinflow.seed, which make gaps, order and "
            + "repeats provable.";

    public static void define(ConfigDef def) {
        def.define(
                TOPIC_PREFIX,
                ConfigDef.Type.STRING,
                ConfigDef.NO_DEFAULT_VALUE,
                ConfigDef.LambdaValidator.with(
                        RecordsConfig::checkPrefix, () -> "letters, digits, '.', '_' and '-', 200 at most"),
                Importance.HIGH,
                PREFIX_DOC,
                GROUP,
                1,
                Width.MEDIUM,
                "Topic prefix");
        def.define(
                VALUE_FORMAT,
                ConfigDef.Type.STRING,
                "struct",
                ValidString.in("struct", "map", "json"),
                Importance.MEDIUM,
                FORMAT_DOC,
                GROUP,
                2,
                Width.SHORT,
                "Value format");
        def.define(
                KEY,
                ConfigDef.Type.STRING,
                "index",
                ValidString.in("index", "none"),
                Importance.MEDIUM,
                KEY_DOC,
                GROUP,
                3,
                Width.SHORT,
                "Record key");
        def.define(
                HEADERS,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                HEADERS_DOC,
                GROUP,
                4,
                Width.SHORT,
                "Provenance headers");
        TypesConfig.define(def, 5);
    }

    public static RecordsConfig of(AbstractConfig config) {
        return new RecordsConfig(
                config.getString(TOPIC_PREFIX),
                ValueFormat.valueOf(config.getString(VALUE_FORMAT).toUpperCase(Locale.ROOT)),
                KeyMode.valueOf(config.getString(KEY).toUpperCase(Locale.ROOT)),
                config.getBoolean(HEADERS),
                TypesConfig.of(config));
    }

    /** How rows become record values. */
    public RowFormat rowFormat() {
        return valueFormat.with(types);
    }

    /** What does not fit together: topic names must not become too long. */
    public List<ConfigProblem> problems(List<String> tableNames) {
        return topics(tableNames).stream()
                .filter(topic -> topic.length() > MAX_TOPIC)
                .map(topic -> new ConfigProblem(
                        TOPIC_PREFIX,
                        TOPIC_PREFIX + " makes the topic name " + topic + ", longer than Kafka's " + MAX_TOPIC
                                + " characters: shorten it or the table's name in tables."))
                .toList();
    }

    /** The topics of tables, by their names in the order given. */
    public List<String> topics(List<String> tableNames) {
        return tableNames.stream().map(name -> topicPrefix + "." + name).toList();
    }

    private static void checkPrefix(String name, Object value) {
        String prefix = (String) value;
        if (prefix == null || !prefix.matches("[A-Za-z0-9._-]{1," + MAX_PREFIX + "}")) {
            throw new ConfigException(
                    name, value, "must be 1 to 200 letters, digits, '.', '_' or '-', as topic names are.");
        }
    }
}
