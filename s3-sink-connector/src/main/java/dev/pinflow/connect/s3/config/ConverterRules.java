package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which converters can deliver what a format writes. Refused is only what cannot work with any record: taken on trust are
 * converters that the configuration does not name, because the worker's own cannot be seen from here, those that are not
 * Kafka's, and all of them where transforms may change keys and values.
 */
final class ConverterRules {
    private static final String BYTES_CONVERTER = "org.apache.kafka.connect.converters.ByteArrayConverter";
    private static final String JSON_CONVERTER = "org.apache.kafka.connect.json.JsonConverter";

    private static final Set<String> BYTES_FORMATS = Set.of(
            "bytes",
            "dev.pinflow.connect.s3.format.bytes.BytesFormat",
            "io.confluent.connect.s3.format.bytearray.ByteArrayFormat");
    private static final Set<String> PARQUET_FORMATS = Set.of(
            "parquet",
            "dev.pinflow.connect.s3.format.parquet.ParquetFormat",
            "io.confluent.connect.s3.format.parquet.ParquetFormat");

    /** Deliver one value that is neither bytes nor of fields. */
    private static final List<String> SINGLE_VALUES = List.of(
            "org.apache.kafka.connect.storage.StringConverter",
            "org.apache.kafka.connect.converters.BooleanConverter",
            "org.apache.kafka.connect.converters.DoubleConverter",
            "org.apache.kafka.connect.converters.FloatConverter",
            "org.apache.kafka.connect.converters.IntegerConverter",
            "org.apache.kafka.connect.converters.LongConverter",
            "org.apache.kafka.connect.converters.ShortConverter");

    private ConverterRules() {}

    static void check(Findings findings) {
        if (!stripped(findings.given("transforms")).isEmpty()) {
            return;
        }
        check(findings, "value.converter", "format.class");
        if (findings.isTrue("store.kafka.keys")) {
            check(findings, "key.converter", "keys.format.class");
        }
    }

    private static void check(Findings findings, String converterKey, String formatKey) {
        String converter = stripped(findings.given(converterKey));
        boolean withoutSchemas = isNamed(JSON_CONVERTER, converter)
                && stripped(findings.given(converterKey + ".schemas.enable")).equalsIgnoreCase("false");
        if (BYTES_FORMATS.contains(findings.text(formatKey))) {
            bytesProblem(converter, withoutSchemas)
                    .ifPresent(problem -> findings.problem(
                            formatKey,
                            problem + ": set " + converterKey + " to " + BYTES_CONVERTER + ", or " + formatKey
                                    + " to json"));
        } else if (PARQUET_FORMATS.contains(findings.text(formatKey))) {
            columnsProblem(converter, withoutSchemas, formatKey.equals("format.class"))
                    .ifPresent(problem -> findings.problem(
                            formatKey,
                            problem + ": set " + converterKey + " to one that delivers records with a schema, such as "
                                    + JSON_CONVERTER + " with " + converterKey + ".schemas.enable=true, or " + formatKey
                                    + " to json"));
        }
    }

    private static Optional<String> bytesProblem(String converter, boolean withoutSchemas) {
        if (withoutSchemas) {
            return Optional.of(
                    "objects in bytes format take bytes, which " + converter + " without schemas never delivers");
        }
        return SINGLE_VALUES.stream().anyMatch(single -> isNamed(single, converter))
                ? Optional.of("objects in bytes format take bytes, which " + converter + " never delivers")
                : Optional.empty();
    }

    private static Optional<String> columnsProblem(String converter, boolean withoutSchemas, boolean values) {
        if (withoutSchemas) {
            return Optional.of("Parquet takes its columns from the record's schema, which " + converter
                    + " with schemas.enable=false does not deliver");
        }
        boolean single = isNamed(BYTES_CONVERTER, converter)
                || SINGLE_VALUES.stream().anyMatch(other -> isNamed(other, converter));
        return values && single
                ? Optional.of("Parquet takes records of fields, which " + converter + " never delivers")
                : Optional.empty();
    }

    private static String stripped(String given) {
        return given == null ? "" : given.strip();
    }

    /** Connect also knows plugins by their simple names, with or without the word Converter. */
    private static boolean isNamed(String converter, String configured) {
        String simple = converter.substring(converter.lastIndexOf('.') + 1);
        return configured.equals(converter)
                || configured.equals(simple)
                || configured.equals(simple.replace("Converter", ""));
    }
}
