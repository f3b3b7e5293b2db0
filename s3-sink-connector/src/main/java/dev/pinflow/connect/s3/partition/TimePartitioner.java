package dev.pinflow.connect.s3.partition;

import dev.pinflow.connect.s3.time.TimestampExtractor;
import org.apache.kafka.connect.sink.SinkRecord;

/** Goes by the record's time: {@code year=2025/month=01/day=31}. */
final class TimePartitioner implements Partitioner {
    private final TimestampExtractor timestamps;
    private final TimeFolders folders;

    TimePartitioner(TimestampExtractor timestamps, TimeFolders folders) {
        this.timestamps = timestamps;
        this.folders = folders;
    }

    @Override
    public String encode(SinkRecord sinkRecord, long now) {
        return folders.of(timestamps.timestamp(sinkRecord, now));
    }
}
