package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.record.RecordsConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which converters fit the form of records. Taken on trust are converters that the configuration does not name, because
 * the worker's own cannot be seen from here, those that are not Kafka's, and all of them where transforms may change keys
 * and values.
 */
final class ConverterRules {
    private static final String KEY_CONVERTER = "key.converter";
    private static final String VALUE_CONVERTER = "value.converter";
    private static final String TRANSFORMS = "transforms";
    private static final String BYTES = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String TEXT = "org.apache.kafka.connect.storage.StringConverter";
    private static final String JSON = "org.apache.kafka.connect.json.JsonConverter";

    private ConverterRules() {}

    static List<ConfigProblem> problems(Map<String, String> options) {
        if (!options.getOrDefault(TRANSFORMS, "").isBlank()) {
            return List.of();
        }
        return Stream.of(valueProblem(options), keyProblem(options))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ConfigProblem> valueProblem(Map<String, String> options) {
        String format = options.getOrDefault(RecordsConfig.VALUE_FORMAT, "struct");
        String converter = options.getOrDefault(VALUE_CONVERTER, "");
        boolean finished = format.equals("json");
        if (finished && isOneOf(converter, TEXT, JSON)) {
            return Optional.of(new ConfigProblem(
                    RecordsConfig.VALUE_FORMAT,
                    RecordsConfig.VALUE_FORMAT + " json makes finished bytes, which " + converter
                            + " would encode once more: set " + VALUE_CONVERTER + " to " + BYTES + " or "
                            + RecordsConfig.VALUE_FORMAT + " to struct."));
        }
        if (!finished && isOneOf(converter, BYTES, TEXT)) {
            return Optional.of(new ConfigProblem(
                    RecordsConfig.VALUE_FORMAT,
                    RecordsConfig.VALUE_FORMAT + " " + format + " makes rows of typed columns, which " + converter
                            + " cannot write as such: set " + VALUE_CONVERTER + " to " + JSON + " or "
                            + RecordsConfig.VALUE_FORMAT + " to json with " + BYTES + "."));
        }
        return Optional.empty();
    }

    private static Optional<ConfigProblem> keyProblem(Map<String, String> options) {
        String converter = options.getOrDefault(KEY_CONVERTER, "");
        boolean keyed = options.getOrDefault(RecordsConfig.KEY, "index").equals("index");
        if (!keyed || !isOneOf(converter, BYTES, JSON)) {
            return Optional.empty();
        }
        return Optional.of(new ConfigProblem(
                KEY_CONVERTER,
                KEY_CONVERTER + ": " + RecordsConfig.KEY + " index makes keys of plain digits, which " + converter
                        + " would write in another form (JsonConverter in quotes) or not at all, so that equal keys land "
                        + "in different partitions than other producers' do: set " + KEY_CONVERTER + " to " + TEXT
                        + "."));
    }

    /** Connect also knows plugins by their simple names, with or without the word Converter. */
    private static boolean isOneOf(String configured, String... converters) {
        String name = configured.strip();
        return Stream.of(converters).anyMatch(converter -> {
            String simple = converter.substring(converter.lastIndexOf('.') + 1);
            return name.equals(converter) || name.equals(simple) || name.equals(simple.replace("Converter", ""));
        });
    }
}
