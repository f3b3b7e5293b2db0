package dev.pinflow.connect.s3.time;

import org.apache.kafka.connect.sink.SinkRecord;

/** When the record was put: a replay may put it elsewhere. */
final class WallClockTimestamp implements TimestampExtractor {
    @Override
    public long timestamp(SinkRecord sinkRecord, long now) {
        return now;
    }

    @Override
    public boolean dependsOnWallClock() {
        return true;
    }
}
