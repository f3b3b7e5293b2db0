package dev.pinflow.connect.s3.format;

import java.util.Arrays;
import java.util.Optional;

/** The formats by every name that configuration may use for them. */
enum FormatName {
    JSON("json", "dev.pinflow.connect.s3.format.json.JsonFormat", "io.confluent.connect.s3.format.json.JsonFormat"),
    BYTES(
            "bytes",
            "dev.pinflow.connect.s3.format.bytes.BytesFormat",
            "io.confluent.connect.s3.format.bytearray.ByteArrayFormat"),
    PARQUET(
            "parquet",
            "dev.pinflow.connect.s3.format.parquet.ParquetFormat",
            "io.confluent.connect.s3.format.parquet.ParquetFormat");

    static final String CHOICE = "must be json, bytes or parquet, or the class name of one of them, such as"
            + " io.confluent.connect.s3.format.json.JsonFormat (ByteArrayFormat, ParquetFormat);"
            + " Avro objects are not supported yet, use parquet";

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

    private boolean isNamed(String text) {
        return text.equals(shortName) || text.equals(ownClass) || text.equals(confluentClass);
    }
}
