package dev.pinflow.ingest.write;

/** What became of one record. */
public sealed interface WriteOutcome {
    /** The record is durable at this place. */
    record Written(int partition, long offset) implements WriteOutcome {}

    /**
     * The record was not acknowledged.
     *
     * @param kind whether another try can help
     * @param message one sentence of the writer's
     */
    record Failed(Kind kind, String message) implements WriteOutcome {}

    /** Why a record was not acknowledged. */
    enum Kind {
        UNAUTHENTICATED,
        UNAUTHORIZED,
        RETRIABLE,
        FATAL
    }
}
