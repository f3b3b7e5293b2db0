package dev.pinflow.connect.s3.metrics;

import dev.pinflow.connect.s3.buffer.MemoryBudget;
import dev.pinflow.connect.s3.delivery.DeliveryListener;
import dev.pinflow.connect.s3.delivery.RotationCause;
import dev.pinflow.connect.s3.upload.UploadListener;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.connect.sink.SinkTaskContext;

/**
 * What a task has done since its start and does now, over JMX as {@code kafka.connect:type=plugins,connector=…,task=…}.
 *
 * <p>Workers from Kafka 4.1 on publish it among their plugin metrics (KIP-877); on older ones the task has a registry of
 * its own until {@link #close()}. Safe for use by several threads.
 */
public final class TaskMetrics implements DeliveryListener, UploadListener, AutoCloseable {
    private static final double NANOS_PER_MILLI = 1e6;

    private final Registry registry;
    private final Map<RotationCause, AtomicLong> rotations = new EnumMap<>(RotationCause.class);
    private final AtomicLong objects = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong putOff = new AtomicLong();
    private final AtomicLong unwritable = new AtomicLong();
    private final Sensor latency;
    private volatile int open;
    private volatile long notDurable;

    private TaskMetrics(Registry registry, MemoryBudget memory) {
        this.registry = registry;
        for (RotationCause cause : RotationCause.values()) {
            AtomicLong count = new AtomicLong();
            rotations.put(cause, count);
            String name = cause.name().toLowerCase(Locale.ROOT).replace('_', '-');
            registry.gauge("rotations-" + name, "Rotations since the task's start, caused by " + name, count::get);
        }
        registry.gauge("open-objects", "Objects that take records now", () -> open);
        registry.gauge("buffered-bytes", "Heap in bytes that objects take which are not in S3 yet", memory::used);
        registry.gauge(
                "offset-lag-to-durable",
                "Offsets that were consumed but are not durable yet, over all partitions of the task",
                () -> notDurable);
        registry.gauge("objects-written", "Objects made durable since the task's start", objects::get);
        registry.gauge("bytes-written", "Bytes of these objects", bytes::get);
        registry.gauge("uploads-put-off", "Uploads that failed for now and were to be tried again", putOff::get);
        registry.gauge("records-unwritable", "Records that were set aside or skipped", unwritable::get);
        latency = registry.latency(
                "upload-latency", "ms that the objects of a name took from first request to last answer");
    }

    /** Metrics of a task, visible at once. */
    public static TaskMetrics of(SinkTaskContext context, MemoryBudget memory) {
        return new TaskMetrics(registry(context), memory);
    }

    private static Registry registry(SinkTaskContext context) {
        try {
            PluginMetrics metrics = context.pluginMetrics();
            if (metrics != null) {
                return new WorkerRegistry(metrics);
            }
        } catch (NoSuchMethodError | NoClassDefFoundError workerBeforeKafka41) {
            // Then the task shows them itself, as the documentation of pluginMetrics advises.
        }
        Map<String, String> options = context.configs();
        return new OwnRegistry(options.getOrDefault("name", "s3-sink"), ThreadName.task());
    }

    @Override
    public void rotated(RotationCause cause, int objectsOfIt) {
        rotations.get(cause).incrementAndGet();
    }

    @Override
    public void unwritable() {
        unwritable.incrementAndGet();
    }

    @Override
    public void state(int openObjects, long offsetsNotDurable) {
        open = openObjects;
        notDurable = offsetsNotDurable;
    }

    @Override
    public void uploaded(int objectsOfOneName, long bytesOfThem, long nanos) {
        objects.addAndGet(objectsOfOneName);
        bytes.addAndGet(bytesOfThem);
        latency.record(nanos / NANOS_PER_MILLI);
    }

    @Override
    public void putOff() {
        putOff.incrementAndGet();
    }

    @Override
    public void close() {
        registry.close();
    }
}
