package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.record.RecordsConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which converters fit the form of records. A converter that the configuration does not name is the worker's own, which
 * a connector cannot see, and is taken on trust.
 */
final class ConverterRules {
    static final String KEY_CONVERTER = "key.converter";
    static final String RECORD_KEY = "record.key";

    private static final String VALUE_CONVERTER = "value.converter";
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String TEXT = "org.apache.kafka.connect.storage.StringConverter";

    private ConverterRules() {}

    static List<ConfigProblem> problems(Map<String, String> options) {
        List<ConfigProblem> problems = new ArrayList<>();
        String value = options.get(VALUE_CONVERTER);
        if ("json".equals(options.get(RecordsConfig.VALUE_FORMAT)) && value != null && !isOneOf(value, BYTES)) {
            problems.add(new ConfigProblem(
                    RecordsConfig.VALUE_FORMAT,
                    RecordsConfig.VALUE_FORMAT + " json makes finished bytes, which " + value
                            + " would encode once more: set " + VALUE_CONVERTER + " to " + BYTES + " or "
                            + RecordsConfig.VALUE_FORMAT + " to struct."));
        }
        String key = options.get(KEY_CONVERTER);
        if ("index".equals(options.getOrDefault(RECORD_KEY, "index")) && key != null && !isOneOf(key, TEXT)) {
            problems.add(new ConfigProblem(
                    KEY_CONVERTER,
                    KEY_CONVERTER + ": " + RECORD_KEY + " index makes keys of plain digits, which " + key
                            + " would write in another form (JsonConverter in quotes), so that equal keys land in "
                            + "different partitions than other producers' do: set " + KEY_CONVERTER + " to " + TEXT
                            + "."));
        }
        return problems;
    }

    /** Connect also knows plugins by their simple names, with or without the word Converter. */
    private static boolean isOneOf(String configured, String converter) {
        String simple = converter.substring(converter.lastIndexOf('.') + 1);
        return configured.equals(converter)
                || configured.equals(simple)
                || configured.equals(simple.replace("Converter", ""));
    }
}
