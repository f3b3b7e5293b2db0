package dev.pinflow.connect.rds.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.TransactionContext;
import org.junit.jupiter.api.Test;

class TransactionsTest {
    private final List<SourceRecord> committed = new ArrayList<>();
    private final List<SourceRecord> polled = new ArrayList<>();

    private Transactions transactions(int postings) {
        return new Transactions(Optional.of(new Recorder()), new TransactionConfig(postings));
    }

    private void post(Transactions transactions, int posting) {
        for (String topic : List.of("pin", "geo", "user")) {
            polled.add(new SourceRecord(Map.of(), Map.of("next", posting), topic, null, posting));
        }
        transactions.posted(polled);
    }

    private List<String> committed() {
        return committed.stream()
                .map(record -> record.topic() + " " + record.value())
                .toList();
    }

    @Test
    void endsEachTransactionWithTheLastRecordOfAPosting() {
        Transactions transactions = transactions(1);
        post(transactions, 1);
        post(transactions, 2);
        transactions.polled(polled);

        assertThat(committed()).containsExactly("user 1", "user 2");
    }

    @Test
    void endsTheLastTransactionOfAPollBeforeItIsFull() {
        Transactions transactions = transactions(2);
        for (int posting = 1; posting <= 5; posting++) {
            post(transactions, posting);
        }
        transactions.polled(polled);

        assertThat(committed()).containsExactly("user 2", "user 4", "user 5");
    }

    @Test
    void endsNothingWhereNothingWasPosted() {
        transactions(2).polled(polled);

        assertThat(committed()).isEmpty();
    }

    @Test
    void leavesTransactionsToTheWorkerUnlessItIsAsked() {
        Transactions transactions = new Transactions(Optional.empty(), new TransactionConfig(1));
        post(transactions, 1);
        transactions.polled(polled);

        assertThat(transactions.areDefinedHere()).isFalse();
    }

    /** What the worker hands out, but for the batch-level requests, which must not come. */
    private final class Recorder implements TransactionContext {
        @Override
        public void commitTransaction() {
            throw new AssertionError("The worker may obey this in the middle of a posting.");
        }

        @Override
        public void commitTransaction(SourceRecord record) {
            committed.add(record);
        }

        @Override
        public void abortTransaction() {
            throw new AssertionError("Nothing is ever aborted.");
        }

        @Override
        public void abortTransaction(SourceRecord record) {
            throw new AssertionError("Nothing is ever aborted.");
        }
    }
}
