package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.OutputStream;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One JSON text a line, {@code \n} after each.
 *
 * <p>A {@link Struct} looks as Kafka's JsonConverter writes it without a schema; everything else as Jackson writes the
 * object, so the members of a schemaless record come in the order in which the converter's map iterates.
 */
public final class JsonFormat implements RecordFormat {
    private final RecordPart part;
    private final ObjectMapper mapper;

    public JsonFormat(RecordPart part, DecimalText decimals) {
        this.part = part;
        this.mapper = new ObjectMapper()
                .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
                .registerModule(new SimpleModule()
                        .addSerializer(Struct.class, new StructSerializer(new ConnectJson(decimals))));
    }

    @Override
    public String extension() {
        return ".json";
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        return new JsonLines(part, mapper, target);
    }
}
