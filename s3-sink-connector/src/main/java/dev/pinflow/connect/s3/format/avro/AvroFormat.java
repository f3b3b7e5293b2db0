package dev.pinflow.connect.s3.format.avro;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * An Avro object container file per object, whose schema is that of the record which opens it, in the shape that
 * Confluent's Avro converter gives Connect schemas. Headers are a list of key and value; keys may always be null.
 *
 * <p>The file depends on nothing but the records, so a replay writes the same bytes.
 */
public final class AvroFormat implements RecordFormat {
    private final RecordPart part;
    private final AvroCodec codec;
    private final AvroSchemas schemas;

    public AvroFormat(RecordPart part, AvroCodec codec, AvroOptions options) {
        this.part = part;
        this.codec = codec;
        this.schemas = new AvroSchemas(options);
    }

    @Override
    public String extension() {
        return ".avro";
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        boolean nullKey = part == RecordPart.KEY && first.key() == null;
        if (part.schema(first) == null && !nullKey) {
            throw withoutSchema(part);
        }
        return new AvroRows(part, schemas, new AvroFile(target, codec, sync(first)));
    }

    static DataException withoutSchema(RecordPart part) {
        return part == RecordPart.KEY
                ? new DataException("Avro takes keys that have a schema, but this one has none:"
                        + " use a key.converter that delivers schemas, or keys.format.class=json")
                : new DataException("Avro takes records that have a schema, but this one has none:"
                        + " use a value.converter that delivers schemas (Avro, or JsonConverter with"
                        + " schemas.enable=true), or format.class=json");
    }

    /** Differs from object to object, as a sync marker should, but not from one run to the next. */
    private byte[] sync(SinkRecord first) {
        String place = first.topic() + '/' + first.kafkaPartition() + '/' + first.kafkaOffset() + '/' + part;
        try {
            return MessageDigest.getInstance("MD5").digest(place.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
