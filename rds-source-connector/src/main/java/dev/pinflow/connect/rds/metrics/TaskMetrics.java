package dev.pinflow.connect.rds.metrics;

import dev.pinflow.connect.rds.offset.TaskStrides;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;

/**
 * What a task has done since its start and does now, over JMX as {@code kafka.connect:type=plugins,connector=…,task=…}.
 *
 * <p>Workers from Kafka 4.1 on publish it among their plugin metrics (KIP-877); on older ones the task has a registry of
 * its own until {@link #close()}. Counts are of this task alone and begin at 0 with every start of it.
 *
 * <p>Written by one thread at a time, a few atomic steps per call; read by any. {@link #close()} may come from any thread
 * and repeatedly; what is counted afterwards is not seen.
 */
public final class TaskMetrics implements AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final LongSupplier nanoClock;
    private final Registry registry;
    private final AtomicLong emitted = new AtomicLong();
    private final AtomicLong empty = new AtomicLong();
    private final AtomicLong incomplete = new AtomicLong();
    private final AtomicLong reconnects = new AtomicLong();
    private final AtomicBoolean complete = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final RecentSeconds emissions;
    private final RecentSeconds queries;
    private volatile long lastQuery;
    private volatile double target = Double.NaN;

    TaskMetrics(Registry registry, LongSupplier nanoClock) {
        this.registry = registry;
        this.nanoClock = nanoClock;
        this.emissions = new RecentSeconds(nanoClock);
        this.queries = new RecentSeconds(nanoClock);
        this.lastQuery = nanoClock.getAsLong();
        publishCounts();
        publishRates();
        publishQueries();
    }

    /**
     * Metrics of a task, visible at once.
     *
     * @param name the connector's, or where that is unknown the emulation's; newer workers know it themselves
     */
    public static TaskMetrics of(SourceTaskContext context, String name) {
        return new TaskMetrics(registry(context, name), System::nanoTime);
    }

    private static Registry registry(SourceTaskContext context, String name) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            if (metrics != null) {
                return new WorkerRegistry(metrics);
            }
        } catch (NoSuchMethodError | NoClassDefFoundError workerBeforeKafka41) {
            // Fall back, as the documentation of SourceTaskContext.pluginMetrics advises.
        }
        return new OwnRegistry(name, task(context.configs()));
    }

    /** Tasks do not learn their number; but the first stride of task n is stride n. */
    private static String task(Map<String, String> options) {
        String strides = options.getOrDefault(TaskStrides.OPTION, "0");
        int comma = strides.indexOf(',');
        return comma < 0 ? strides : strides.substring(0, comma);
    }

    private void publishCounts() {
        registry.add("postings-emitted", "Postings emitted since the task's start", emitted::get);
        registry.add("keys-without-row", "Positions that had no row in any table", empty::get);
        registry.add("postings-skipped", "Postings that lacked a row in some table", incomplete::get);
        registry.add("complete", "1 when the task will emit nothing more", () -> complete.get() ? 1 : 0);
    }

    private void publishRates() {
        registry.add(
                "postings-per-second",
                "Postings emitted a second, over the last " + RecentSeconds.SECONDS + " seconds",
                emissions::perSecond);
        registry.add(
                "postings-per-second-target",
                "Postings a second that this task should emit now by its schedule; NaN for as many as possible",
                () -> target);
    }

    private void publishQueries() {
        String window = ", over the last " + RecentSeconds.SECONDS + " seconds; NaN without any";
        registry.add(
                "query-latency-avg",
                "Mean time of a successful query in milliseconds" + window,
                () -> queries.mean() / NANOS_PER_MILLI);
        registry.add(
                "query-latency-max",
                "Longest time of a successful query in milliseconds" + window,
                () -> queries.max() / NANOS_PER_MILLI);
        registry.add("reconnects", "Connections to the database after the first one", reconnects::get);
        registry.add(
                "seconds-since-last-query",
                "Seconds since the last successful query, or the task's start; grows too while nothing is due",
                () -> TimeUnit.NANOSECONDS.toSeconds(nanoClock.getAsLong() - lastQuery));
    }

    /** Counts postings whose records leave. */
    public void countEmitted(long postings) {
        emitted.addAndGet(postings);
        emissions.record(postings);
    }

    /** Counts positions that had no row in any table. */
    public void countEmpty(long positions) {
        empty.addAndGet(positions);
    }

    /** Counts a posting that lacked a row in some table. */
    public void countIncomplete() {
        incomplete.incrementAndGet();
    }

    /** The task will emit nothing more. */
    public void setComplete() {
        complete.set(true);
    }

    /** Tells how many postings a second should leave now; NaN for as many as possible. */
    public void aim(double postingsPerSecond) {
        target = postingsPerSecond;
    }

    /** Counts a query that went well. */
    public void queried(long nanos) {
        queries.record(nanos);
        lastQuery = nanoClock.getAsLong();
    }

    /** Counts a connection that is not the task's first. */
    public void reconnected() {
        reconnects.incrementAndGet();
    }

    /** How many positions had no row in any table. */
    public long empty() {
        return empty.get();
    }

    /** How many postings lacked a row in some table. */
    public long incomplete() {
        return incomplete.get();
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            registry.close();
        }
    }
}
