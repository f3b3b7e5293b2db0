package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.delivery.Transactions;
import dev.pinflow.connect.rds.metrics.TaskMetrics;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.offset.TaskStrides;
import dev.pinflow.connect.rds.retry.Retry;
import dev.pinflow.connect.rds.schedule.Pacer;
import dev.pinflow.connect.rds.schedule.Rest;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/**
 * Emits the postings of some strides of the emulation.
 *
 * <p>{@link #poll()} returns whole postings only and blocks for a fifth of a second at most, apart from the time that the
 * database takes to answer. {@link #stop()} may come from any thread, at any time and repeatedly.
 */
public final class RdsPostingSourceTask extends SourceTask {
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Rest rest = nanos -> stopped.await(nanos, TimeUnit.NANOSECONDS);
    private final ReentrantLock running = new ReentrantLock();
    private Emulation emulation;
    private Retry retry;
    private TaskMetrics metrics;

    @Override
    public void start(Map<String, String> options) {
        PostingSourceConfig config = PostingSourceConfig.of(options);
        Strides strides = Strides.resume(
                options.getOrDefault(TaskStrides.OPTION, ""),
                config.records().topicPrefix(),
                partitions -> context.offsetStorageReader().offsets(partitions));
        retry = new Retry(config.retry(), config.database().displayName());
        metrics = TaskMetrics.of(
                context, options.getOrDefault("name", config.records().topicPrefix()));
        // Null unless the worker lets the connector define the boundaries of transactions.
        Transactions transactions =
                new Transactions(Optional.ofNullable(context.transactionContext()), config.transactions());
        emulation = new Emulation(config, strides, transactions, rest, metrics);
    }

    /**
     * The next postings that are due; null if there are none yet.
     *
     * @throws ConnectException if the database has failed in a way, or for a time, that leaves no hope
     */
    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        running.lock();
        try {
            return rest.await(Math.min(retry.remainingNanos(), Pacer.SLICE_NANOS)) || retry.remainingNanos() > 0
                    ? null
                    : attempt();
        } finally {
            running.unlock();
            if (stopped.getCount() == 0) {
                closeUnlessRunning();
            }
        }
    }

    private List<SourceRecord> attempt() throws InterruptedException {
        try {
            List<SourceRecord> records = emulation.next();
            retry.succeeded();
            return records.isEmpty() ? null : records;
        } catch (SQLException failure) {
            retry.failed(failure);
            return null;
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        closeUnlessRunning();
    }

    /** Does not wait for a query that takes long: the poll that runs it closes when it ends. */
    private void closeUnlessRunning() {
        if (running.tryLock()) {
            try {
                if (emulation != null) {
                    emulation.close();
                }
                if (metrics != null) {
                    metrics.close();
                }
            } finally {
                running.unlock();
            }
        }
    }

    @Override
    public String version() {
        return PluginVersion.get();
    }
}
