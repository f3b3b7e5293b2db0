package dev.pinflow.connect.rds.delivery;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;

/**
 * Ends transactions after whole postings. Only the record-level request is used: the worker obeys it when it has sent
 * that very record, whereas a request for the batch may be obeyed at shutdown in the middle of a posting.
 */
public final class Transactions {
    private final Optional<TransactionContext> context;
    private final int postingsEach;
    private int open;

    /**
     * Transactions of one task.
     *
     * @param context none where the connector does not define them
     */
    public Transactions(Optional<TransactionContext> context, TransactionConfig config) {
        this.context = context;
        this.postingsEach = config.postings();
    }

    /** Whether the records of a posting take effect together or not at all. */
    public boolean areDefinedHere() {
        return context.isPresent();
    }

    /** A posting is complete in these records, of which its own are the last ones. */
    public void posted(List<SourceRecord> records) {
        open++;
        if (open >= postingsEach) {
            end(records);
        }
    }

    /** These records, if there are any, are all that a poll returns. */
    public void polled(List<SourceRecord> records) {
        if (open > 0) {
            end(records);
        }
    }

    private void end(List<SourceRecord> records) {
        open = 0;
        context.ifPresent(transaction -> transaction.commitTransaction(records.get(records.size() - 1)));
    }
}
