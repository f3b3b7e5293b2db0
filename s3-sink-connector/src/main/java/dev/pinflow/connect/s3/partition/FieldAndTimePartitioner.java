package dev.pinflow.connect.s3.partition;

import org.apache.kafka.connect.sink.SinkRecord;

/** Goes by fields, and below them by time: {@code country=NZ/year=2025/month=01}. */
final class FieldAndTimePartitioner implements Partitioner {
    private final Partitioner fields;
    private final Partitioner time;
    private final PathElements elements;
    private final String[] texts = new String[2];

    FieldAndTimePartitioner(Partitioner fields, Partitioner time, String delimiter) {
        this.fields = fields;
        this.time = time;
        this.elements = new PathElements(delimiter, "", "");
    }

    @Override
    public String encode(SinkRecord sinkRecord, long now) {
        texts[0] = fields.encode(sinkRecord, now);
        texts[1] = time.encode(sinkRecord, now);
        return elements.join(texts);
    }
}
