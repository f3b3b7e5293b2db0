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
    private final DeliveryListener listener;

    UnwritableRecords(SinkTaskContext context, ErrorConfig errors, DeliveryListener listener) {
        this.reporter = Optional.ofNullable(context.errantRecordReporter());
        this.errors = errors;
        this.listener = listener;
    }

    void damaged(SinkRecord sinkRecord, DataException e) {
        ErrantRecordReporter taker = reporter.orElseThrow(() -> new ConnectException(
                "The record at " + place(sinkRecord) + " cannot be written: " + e.getMessage()
                        + ". To set such records aside, set errors.tolerance=all and"
                        + " errors.deadletterqueue.topic.name",
                e));
        report(taker, sinkRecord, e);
    }

    /** Whether records without a value are written. */
    boolean writesEmpty() {
        return errors.inlineTombstones() || errors.writesTombstones();
    }

    void withoutValue(SinkRecord sinkRecord) {
        if (errors.nullValues() == ErrorConfig.NullValues.FAIL) {
            throw new ConnectException("The record at " + place(sinkRecord)
                    + " has no value: set tombstones.inline=true to write such records in their place, or"
                    + " behavior.on.null.values=ignore to skip them");
        }
        if (errors.reportNulls()) {
            reporter.ifPresent(taker -> report(taker, sinkRecord, new DataException("The record has no value")));
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the framework waits for it before it commits offsets
    private void report(ErrantRecordReporter taker, SinkRecord sinkRecord, DataException e) {
        listener.unwritable();
        taker.report(sinkRecord, e);
    }

    private static String place(SinkRecord sinkRecord) {
        return RecordCoordinates.topicPartition(sinkRecord) + " offset " + RecordCoordinates.offset(sinkRecord);
    }
}
