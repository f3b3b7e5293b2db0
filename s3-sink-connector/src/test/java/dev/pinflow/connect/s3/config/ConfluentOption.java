package dev.pinflow.connect.s3.config;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One option of Confluent's sink, as the table {@code confluent-options.txt} tells it.
 *
 * @param defaultValue empty: it must be given there
 * @param value one to try, other than the default where that is possible
 * @param read whether the connector reads the value, rather than only checking it
 * @param needed other options that the value needs
 */
record ConfluentOption(
        String key,
        String type,
        Optional<String> defaultValue,
        String value,
        boolean read,
        Map<String, String> needed,
        Optional<String> test,
        Optional<String> note) {
    private static final Map<String, String> LEAST =
            Map.of("s3.bucket.name", "b", "format.class", "json", "flush.size", "3");

    /** The whole table, in its order. */
    static List<ConfluentOption> table() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ConfluentOption.class.getResourceAsStream("confluent-options.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ConfluentOption::parsed)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The smallest configuration that the value fits into, without the value. */
    Map<String, String> base() {
        Map<String, String> properties = new HashMap<>(LEAST);
        properties.putAll(needed);
        return properties;
    }

    Map<String, String> withValue() {
        Map<String, String> properties = base();
        properties.put(key, value);
        return properties;
    }

    private static ConfluentOption parsed(String line) {
        String[] fields = line.split(" \\| ", 7);
        String value = fields[3];
        boolean read = !value.startsWith("[");
        return new ConfluentOption(
                fields[0],
                fields[1],
                given(fields[2]).map(text -> text.equals("''") ? "" : text),
                read ? value : value.substring(1, value.length() - 1),
                read,
                options(fields[4]),
                given(fields[5]),
                given(fields[6]));
    }

    private static Optional<String> given(String field) {
        return field.equals("-") ? Optional.empty() : Optional.of(field);
    }

    private static Map<String, String> options(String field) {
        Map<String, String> options = new HashMap<>();
        given(field).stream().flatMap(text -> List.of(text.split(";")).stream()).forEach(option -> {
            int equals = option.indexOf('=');
            options.put(option.substring(0, equals), option.substring(equals + 1));
        });
        return options;
    }

    @Override
    public String toString() {
        return key;
    }
}
