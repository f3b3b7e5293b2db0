package dev.pinflow.connect.rds;

import java.util.LinkedHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.connect.source.SourceTaskContext;

/**
 * What a task has done since its start. Workers from Kafka 4.1 on publish it among their plugin metrics (KIP-877), over
 * JMX as {@code kafka.connect:type=plugins,connector=…,task=…}. Written by the task's thread, read by any.
 */
final class TaskMetrics {
    private final AtomicLong emitted = new AtomicLong();
    private final AtomicLong empty = new AtomicLong();
    private final AtomicLong incomplete = new AtomicLong();
    private final AtomicBoolean complete = new AtomicBoolean();

    /** Publishes the metrics where the worker can; the worker removes them when the task ends. */
    void publish(SourceTaskContext context) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            if (metrics != null) {
                publish(metrics);
            }
        } catch (NoSuchMethodError | NoClassDefFoundError workerBeforeKafka41) {
            // Such a worker has no plugin metrics; the counts still stand in the log when the emulation is complete.
        }
    }

    private void publish(PluginMetrics metrics) {
        add(metrics, "postings-emitted", "Postings emitted since the task's start", (config, now) -> emitted.get());
        add(metrics, "keys-without-row", "Positions that had no row in any table", (config, now) -> empty.get());
        add(metrics, "postings-skipped", "Postings that lacked a row in some table", (config, now) -> incomplete.get());
        add(metrics, "complete", "1 when the task will emit nothing more", (config, now) -> complete.get() ? 1 : 0);
    }

    private static void add(PluginMetrics metrics, String name, String description, Gauge<? extends Number> gauge) {
        metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>()), gauge);
    }

    void countEmitted(long postings) {
        emitted.addAndGet(postings);
    }

    void countEmpty(long positions) {
        empty.addAndGet(positions);
    }

    void countIncomplete() {
        incomplete.incrementAndGet();
    }

    /** False when it was complete before. */
    boolean setComplete() {
        return complete.compareAndSet(false, true);
    }

    long empty() {
        return empty.get();
    }

    long incomplete() {
        return incomplete.get();
    }
}
