package dev.pinflow.connect.s3.format.json;

import dev.pinflow.connect.s3.format.RecordFormat;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.RecordWriter;
import java.io.OutputStream;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * One JSON text a line, {@code \n} after each whatever the operating system (Confluent's sink takes the line separator
 * of the JVM).
 *
 * <p>A {@link org.apache.kafka.connect.data.Struct} looks as Kafka's JsonConverter writes it without a schema;
 * everything else as Jackson writes the object, so the members of a schemaless record come in the order in which the
 * converter's map iterates.
 */
public final class JsonFormat implements RecordFormat {
    private final RecordPart part;
    private final TextValues texts;
    private final SchemalessJson json;

    /** One for all objects: a record is staged and appended before the next one comes. */
    private final Line line = new Line();

    /**
     * @param texts how values that are text look; keys and headers are always quoted
     * @param schemas how many schemas' preparations are kept at most
     */
    public JsonFormat(RecordPart part, DecimalText decimals, TextValues texts, int schemas) {
        this.part = part;
        this.texts = texts;
        this.json = new SchemalessJson(new SchemaJsons(decimals, schemas));
    }

    @Override
    public String extension() {
        return ".json";
    }

    @Override
    public RecordWriter open(SinkRecord first, OutputStream target) {
        return texts == TextValues.VERBATIM && part == RecordPart.VALUE
                ? new VerbatimLines(json, line, target)
                : new JsonLines(part, json, line, target);
    }
}
