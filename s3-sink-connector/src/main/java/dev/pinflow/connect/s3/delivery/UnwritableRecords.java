package dev.pinflow.connect.s3.delivery;

import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.ErrantRecordReporter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTaskContext;

/** What becomes of records that cannot be written: the errant record reporter takes them, or the task fails. */
final class UnwritableRecords {
    private final Optional<ErrantRecordReporter> reporter;
    private final ErrorConfig errors;

    private UnwritableRecords(Optional<ErrantRecordReporter> reporter, ErrorConfig errors) {
        this.reporter = reporter;
        this.errors = errors;
    }

    static UnwritableRecords of(SinkTaskContext context, ErrorConfig errors) {
        return new UnwritableRecords(Optional.ofNullable(context.errantRecordReporter()), errors);
    }

    void damaged(SinkRecord sinkRecord, DataException e) {
        ErrantRecordReporter taker = reporter.orElseThrow(() -> new ConnectException(
                "The record at " + place(sinkRecord) + " cannot be written: " + e.getMessage()
                        + ". To set such records aside, set errors.tolerance=all and"
                        + " errors.deadletterqueue.topic.name",
                e));
        report(taker, sinkRecord, e);
    }

    void withoutValue(SinkRecord sinkRecord) {
        switch (errors.nullValues()) {
            case FAIL ->
                throw new ConnectException("The record at " + place(sinkRecord)
                        + " has no value: set tombstones.inline=true to write such records in their place, or"
                        + " behavior.on.null.values=ignore to skip them");
            case IGNORE -> {
                if (errors.reportNulls()) {
                    reporter.ifPresent(
                            taker -> report(taker, sinkRecord, new DataException("The record has no value")));
                }
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the framework waits for it before it commits offsets
    private static void report(ErrantRecordReporter taker, SinkRecord sinkRecord, DataException e) {
        taker.report(sinkRecord, e);
    }

    private static String place(SinkRecord sinkRecord) {
        return RecordCoordinates.topicPartition(sinkRecord) + " offset " + RecordCoordinates.offset(sinkRecord);
    }
}
