package dev.pinflow.ingest.write;

import java.util.List;

/** Where the gateway puts records. Thread-safe: each request calls it from a thread of its own. */
public interface RecordWriter extends AutoCloseable {
    /**
     * Writes records in their order and returns when each is durable or has failed; bounded in time by the
     * implementation's configuration.
     */
    WriteResult write(String topic, List<PostedRecord> records);

    /** Waits a bounded time for records in progress. */
    @Override
    void close();
}
