package dev.pinflow.connect.s3.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.Max;

/** The task's own registry, for workers before Kafka 4.1; over JMX it looks like that of newer ones. */
final class OwnRegistry implements Registry {
    private static final String GROUP = "plugins";

    private final Metrics metrics = new Metrics();
    private final Map<String, String> tags = new LinkedHashMap<>();

    OwnRegistry(String connector, String task) {
        tags.put("connector", connector);
        tags.put("task", task);
        // The registry's own count would hide the worker's, which has the same name over JMX.
        metrics.removeMetric(metrics.metricName("count", "kafka-metrics-count"));
        JmxReporter reporter = new JmxReporter();
        reporter.contextChange(new KafkaMetricsContext("kafka.connect"));
        metrics.addReporter(reporter);
    }

    @Override
    public void gauge(String name, String description, Supplier<? extends Number> value) {
        metrics.addMetric(name(name, description), (Gauge<Number>) (config, now) -> value.get());
    }

    @Override
    public Sensor latency(String name, String description) {
        Sensor sensor = metrics.sensor(name);
        sensor.add(name(name + "-avg", "Mean: " + description), new Avg());
        sensor.add(name(name + "-max", "Maximum: " + description), new Max());
        return sensor;
    }

    @Override
    public void close() {
        metrics.close();
    }

    private MetricName name(String name, String description) {
        return metrics.metricName(name, GROUP, description, tags);
    }
}
