package dev.pinflow.connect.s3.format.parquet;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.OutputStream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * A Parquet file per object, with three-level lists, whose schema is that of the record which opens the object. Rows of
 * keys are {@code RecordKey{key}}, null keys included; rows of headers are {@code RecordHeaders{headers}}, a list of key
 * and value.
 *
 * <p>The file depends on nothing but the records, so a replay writes the same bytes.
 */
public final class ParquetFormat implements RecordFormat {
    private final RecordPart part;
    private final ParquetCodec codec;
    private final long rowGroupBytes;

    /** @param rowGroupBytes how many bytes of encoded rows an open object collects, at least 1 */
    public ParquetFormat(RecordPart part, ParquetCodec codec, long rowGroupBytes) {
        this.part = part;
        this.codec = codec;
        this.rowGroupBytes = rowGroupBytes;
    }

    @Override
    public String extension() {
        return codec.extension();
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        Schema schema = part.schema(first);
        if (part == RecordPart.VALUE && (schema == null || schema.type() != Schema.Type.STRUCT)) {
            throw new DataException("Parquet takes records that have a struct schema, but this one has "
                    + (schema == null ? "none" : "a schema of type " + schema.type())
                    + ": use a converter that delivers schemas (Avro, or JsonConverter with schemas.enable=true),"
                    + " or format.class=io.confluent.connect.s3.format.json.JsonFormat");
        }
        ParquetRows rows = new ParquetRows(part, shape -> new ParquetFile(shape, target, codec, rowGroupBytes));
        // An unfit schema is the object's problem, so it shows before the first row.
        if (schema != null || part.of(first) != null) {
            rows.accept(schema);
        }
        return rows;
    }
}
