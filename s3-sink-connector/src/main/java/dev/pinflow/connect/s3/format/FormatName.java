package dev.pinflow.connect.s3.format;

import java.util.Arrays;
import java.util.Optional;

/** The formats by every name that configuration may use for them. */
enum FormatName {
    JSON("json", "dev.pinflow.connect.s3.format.json.JsonFormat", "io.confluent.connect.s3.format.json.JsonFormat"),
    AVRO("avro", "dev.pinflow.connect.s3.format.avro.AvroFormat", "io.confluent.connect.s3.format.avro.AvroFormat"),
    BYTES(
            "bytes",
            "dev.pinflow.connect.s3.format.bytes.BytesFormat",
            "io.confluent.connect.s3.format.bytearray.ByteArrayFormat"),
    PARQUET(
            "parquet",
            "dev.pinflow.connect.s3.format.parquet.ParquetFormat",
            "io.confluent.connect.s3.format.parquet.ParquetFormat");

    static final String CHOICE = "must be json, avro, parquet or bytes, or the class name of one of them, such as"
            + " io.confluent.connect.s3.format.json.JsonFormat (AvroFormat, ParquetFormat, ByteArrayFormat);"
            + " format classes of one's own cannot be used, as they need Confluent's storage classes: write a"
            + " Converter or a transform instead";

    private final String shortName;
    private final String ownClass;
    private final String confluentClass;

    FormatName(String shortName, String ownClass, String confluentClass) {
        this.shortName = shortName;
        this.ownClass = ownClass;
        this.confluentClass = confluentClass;
    }

    static Optional<FormatName> named(String text) {
        return Arrays.stream(values()).filter(format -> format.isNamed(text)).findFirst();
    }

    /** The name to use in configuration. */
    String shortName() {
        return shortName;
    }

    private boolean isNamed(String text) {
        return text.equals(shortName) || text.equals(ownClass) || text.equals(confluentClass);
    }
}
