package dev.pinflow.connect.s3.metrics;

import java.util.LinkedHashMap;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.Max;

/**
 * What workers from Kafka 4.1 on offer to plugins (KIP-877): they tag the metrics with connector and task, report them
 * with their own and remove them after the task. Cannot be loaded by older workers.
 */
record WorkerRegistry(PluginMetrics metrics) implements Registry {
    @Override
    public void gauge(String name, String description, Supplier<? extends Number> value) {
        metrics.addMetric(name(name, description), (Gauge<Number>) (config, now) -> value.get());
    }

    @Override
    public Sensor latency(String name, String description) {
        Sensor sensor = metrics.addSensor(name);
        sensor.add(name(name + "-avg", "Mean: " + description), new Avg());
        sensor.add(name(name + "-max", "Maximum: " + description), new Max());
        return sensor;
    }

    @Override
    public void close() {
        // The worker's business.
    }

    private MetricName name(String name, String description) {
        return metrics.metricName(name, description, new LinkedHashMap<>());
    }
}
