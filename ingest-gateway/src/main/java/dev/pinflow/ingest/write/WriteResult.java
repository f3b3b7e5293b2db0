package dev.pinflow.ingest.write;

import java.util.List;

/** What became of one request's records. */
public sealed interface WriteResult {
    /** Every record was tried; outcomes in the order of the records. */
    record Tried(List<WriteOutcome> outcomes) implements WriteResult {
        public Tried {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** There is no such topic; nothing was written. */
    record UnknownTopic() implements WriteResult {}

    /** The topic lacks a partition that a record asked for; nothing was written. */
    record UnknownPartition() implements WriteResult {}

    /** The store does not answer; nothing was written. */
    record Unavailable(String message) implements WriteResult {}
}
