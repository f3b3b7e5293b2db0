package dev.pinflow.benchmarks.s3.floor;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;

/** Drops every record. The worker counts them by itself. */
public final class NullSinkTask extends SinkTask {
    @Override
    public void start(Map<String, String> options) {
        // There is nothing to open.
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        // They end here.
    }

    @Override
    public void stop() {
        // Nothing is open.
    }

    @Override
    public String version() {
        return "1";
    }
}
