package dev.pinflow.connect.s3.format;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.format.bytes.BytesFormat;
import dev.pinflow.connect.s3.format.json.DecimalText;
import dev.pinflow.connect.s3.format.json.JsonFormat;
import dev.pinflow.connect.s3.format.parquet.ParquetCodec;
import dev.pinflow.connect.s3.format.parquet.ParquetFormat;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** What objects contain. */
public final class FormatConfig {
    static final String FORMAT = "format.class";
    static final String BYTES_EXTENSION = "format.bytearray.extension";
    static final String BYTES_SEPARATOR = "format.bytearray.separator";
    static final String PARQUET_CODEC = "parquet.codec";
    static final String DECIMALS = "json.decimal.format";

    private static final String LINE = "\n";

    private FormatConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                FORMAT,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                formatName(),
                Importance.HIGH,
                "Format of the objects.");
        def.define(
                BYTES_EXTENSION,
                ConfigDef.Type.STRING,
                ".bin",
                Importance.LOW,
                "What names of objects in bytes format end with.");
        def.define(
                BYTES_SEPARATOR,
                ConfigDef.Type.STRING,
                null,
                Importance.LOW,
                "Follows every record in bytes format, taken as it stands, without escapes. Unset: a line feed.");
        def.define(
                PARQUET_CODEC,
                ConfigDef.Type.STRING,
                ParquetCodec.SNAPPY.configured(),
                Rules.oneOf(
                        Arrays.stream(ParquetCodec.values())
                                .map(ParquetCodec::configured)
                                .toList(),
                        "; lz4, lzo and brotli need native libraries that this connector does without"),
                Importance.LOW,
                "Compression of Parquet pages.");
        def.define(
                DECIMALS,
                ConfigDef.Type.STRING,
                DecimalText.BASE64.name(),
                Rules.accepted(
                        text -> Arrays.stream(DecimalText.values())
                                .anyMatch(decimals -> decimals.name().equalsIgnoreCase(text)),
                        "must be BASE64 or NUMERIC"),
                Importance.MEDIUM,
                "How JSON shows decimals of records that have a schema.");
    }

    public static Validator formatName() {
        return Rules.accepted(text -> FormatName.named(text).isPresent(), FormatName.CHOICE);
    }

    /** The format that the given option names, for one part of the records. */
    static RecordFormat from(AbstractConfig config, String key, RecordPart part) {
        return switch (FormatName.named(config.getString(key)).orElseThrow()) {
            case JSON ->
                new JsonFormat(
                        part, DecimalText.valueOf(config.getString(DECIMALS).toUpperCase(Locale.ROOT)));
            case BYTES ->
                new BytesFormat(
                        part,
                        config.getString(BYTES_EXTENSION),
                        separator(config.originals().get(BYTES_SEPARATOR)).getBytes(StandardCharsets.UTF_8));
            case PARQUET ->
                new ParquetFormat(
                        ParquetCodec.named(config.getString(PARQUET_CODEC)).orElseThrow());
        };
    }

    /** Why objects of the configured format cannot show a record without a value; empty when they can. */
    public static Optional<String> reasonAgainstEmptyRecords(Findings findings) {
        Optional<FormatName> format = FormatName.named(findings.text(FORMAT));
        if (format.equals(Optional.of(FormatName.PARQUET))) {
            return Optional.of("Parquet has no row for a record without a value: remove this option, or set " + FORMAT
                    + " to json or bytes");
        }
        if (format.equals(Optional.of(FormatName.BYTES))
                && separator(findings.given(BYTES_SEPARATOR)).isEmpty()) {
            return Optional.of("nothing would show where a record without a value was, because " + BYTES_SEPARATOR
                    + " is empty: remove one of the two");
        }
        return Optional.empty();
    }

    /** Taken unparsed: Kafka trims strings, and separators are mostly white space. */
    private static String separator(Object given) {
        return given == null ? LINE : given.toString();
    }
}
