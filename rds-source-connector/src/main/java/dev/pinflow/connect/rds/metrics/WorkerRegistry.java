package dev.pinflow.connect.rds.metrics;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;

/**
 * The plugin metrics of workers from Kafka 4.1 on (KIP-877), which tag them with connector and task, report them wherever
 * they report their own, and remove them when the task ends. Older workers cannot load this class.
 */
record WorkerRegistry(PluginMetrics metrics) implements Registry {
    @Override
    public void add(String name, String description, Supplier<? extends Number> value) {
        Gauge<Number> gauge = (config, now) -> value.get();
        metrics.addMetric(metrics.metricName(name, description, new LinkedHashMap<>()), gauge);
    }

    @Override
    public void close() {
        // The worker's business.
    }
}
