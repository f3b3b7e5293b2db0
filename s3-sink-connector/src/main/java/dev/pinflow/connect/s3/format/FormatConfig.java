package dev.pinflow.connect.s3.format;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.format.avro.AvroConfig;
import dev.pinflow.connect.s3.format.avro.AvroFormat;
import dev.pinflow.connect.s3.format.bytes.BytesFormat;
import dev.pinflow.connect.s3.format.compression.CompressedFormat;
import dev.pinflow.connect.s3.format.compression.CompressionConfig;
import dev.pinflow.connect.s3.format.json.DecimalText;
import dev.pinflow.connect.s3.format.json.JsonFormat;
import dev.pinflow.connect.s3.format.json.TextValues;
import dev.pinflow.connect.s3.format.parquet.ParquetCodec;
import dev.pinflow.connect.s3.format.parquet.ParquetFormat;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
    static final String PARQUET_ROW_GROUP = "parquet.row.group.bytes";
    static final String DECIMALS = "json.decimal.format";
    static final String TEXT = "json.text";
    static final String SCHEMAS = "schemas.cache.config";

    private static final String LINE = "\n";
    private static final long MIB = 1024 * 1024;

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
        defineParquet(def);
        def.define(
                DECIMALS,
                ConfigDef.Type.STRING,
                DecimalText.BASE64.name(),
                Rules.accepted(text -> constant(DecimalText.class, text).isPresent(), "must be BASE64 or NUMERIC"),
                Importance.MEDIUM,
                "How JSON shows decimals of records that have a schema.");
        def.define(
                TEXT,
                ConfigDef.Type.STRING,
                "quote",
                Rules.accepted(text -> constant(TextValues.class, text).isPresent(), "must be quote or verbatim"),
                Importance.MEDIUM,
                "How JSON shows values that the converter delivers as text or bytes: as a JSON string (quote), which"
                        + " encodes text twice that is JSON already, or as their own line as they stand (verbatim),"
                        + " line breaks as spaces and nothing else checked. New here.");
        def.define(
                SCHEMAS,
                ConfigDef.Type.INT,
                1000,
                ConfigDef.Range.atLeast(1),
                Importance.LOW,
                "How many schemas' preparations each JSON and Avro format of a task keeps at most; more are prepared"
                        + " again and again.");
        AvroConfig.define(def);
        CompressionConfig.define(def);
    }

    private static void defineParquet(ConfigDef def) {
        def.define(
                PARQUET_CODEC,
                ConfigDef.Type.STRING,
                ParquetCodec.SNAPPY.configured(),
                Rules.oneOf(
                        Arrays.stream(ParquetCodec.values())
                                .map(ParquetCodec::configured)
                                .toList(),
                        "; brotli needs native libraries that this connector does without"),
                Importance.LOW,
                "Compression of Parquet pages.");
        def.define(
                PARQUET_ROW_GROUP,
                ConfigDef.Type.LONG,
                16 * MIB,
                ConfigDef.Range.between(MIB, 1024 * MIB),
                Importance.LOW,
                "Bytes of encoded rows (1 MiB to 1 GiB) that an open Parquet object collects in the heap before they"
                        + " are written as a row group. Readers skip and share out large files by row groups, and large"
                        + " groups compress better; every open object may take that much heap. New here.");
    }

    /** The constant of that name, in whatever case it is written. */
    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst();
    }

    public static Validator formatName() {
        return Rules.accepted(text -> FormatName.named(text).isPresent(), FormatName.CHOICE);
    }

    /** The format that the given option names, for one part of the records. */
    static RecordFormat from(AbstractConfig config, String key, RecordPart part) {
        return switch (FormatName.named(config.getString(key)).orElseThrow()) {
            case JSON ->
                compressed(
                        config,
                        new JsonFormat(
                                part,
                                constant(DecimalText.class, config.getString(DECIMALS))
                                        .orElseThrow(),
                                constant(TextValues.class, config.getString(TEXT))
                                        .orElseThrow(),
                                config.getInt(SCHEMAS)));
            case BYTES ->
                compressed(
                        config,
                        new BytesFormat(
                                part,
                                config.getString(BYTES_EXTENSION),
                                separator(config.originals().get(BYTES_SEPARATOR))
                                        .getBytes(StandardCharsets.UTF_8)));
            case AVRO ->
                new AvroFormat(part, AvroConfig.codec(config), AvroConfig.options(config, config.getInt(SCHEMAS)));
            case PARQUET ->
                new ParquetFormat(
                        part,
                        ParquetCodec.named(config.getString(PARQUET_CODEC)).orElseThrow(),
                        config.getLong(PARQUET_ROW_GROUP));
        };
    }

    private static RecordFormat compressed(AbstractConfig config, RecordFormat plain) {
        CompressionConfig chosen = CompressionConfig.from(config);
        return CompressedFormat.of(plain, chosen.compression(), chosen.level());
    }

    /** Why objects of the configured format cannot show a record without a value; empty when they can. */
    public static Optional<String> reasonAgainstEmptyRecords(Findings findings) {
        Optional<FormatName> format = FormatName.named(findings.text(FORMAT));
        if (format.equals(Optional.of(FormatName.PARQUET))) {
            return Optional.of("Parquet has no row for a record without a value: remove this option, or set " + FORMAT
                    + " to json or bytes");
        }
        if (format.equals(Optional.of(FormatName.AVRO))) {
            return Optional.of("a record without a value has no schema, which Avro needs: remove this option, or set "
                    + FORMAT + " to json or bytes");
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
