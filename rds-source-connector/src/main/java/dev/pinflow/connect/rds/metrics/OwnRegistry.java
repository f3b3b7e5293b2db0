package dev.pinflow.connect.rds.metrics;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.metrics.Gauge;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.Metrics;

/** A registry of the task's own for workers before Kafka 4.1, shown over JMX under the name that newer workers give it. */
final class OwnRegistry implements Registry {
    private static final String NAMESPACE = "kafka.connect";

    private final Metrics metrics = new Metrics();
    private final Map<String, String> tags = new LinkedHashMap<>();

    OwnRegistry(String connector, String task) {
        tags.put("connector", connector);
        tags.put("task", task);
        // Every registry counts its metrics. Over JMX that would take the place of the worker's own count.
        metrics.removeMetric(metrics.metricName("count", "kafka-metrics-count"));
        JmxReporter reporter = new JmxReporter();
        reporter.contextChange(new KafkaMetricsContext(NAMESPACE));
        metrics.addReporter(reporter);
    }

    @Override
    public void add(String name, String description, Supplier<? extends Number> value) {
        Gauge<Number> gauge = (config, now) -> value.get();
        metrics.addMetric(metrics.metricName(name, GROUP, description, tags), gauge);
    }

    @Override
    public void close() {
        metrics.close();
    }
}
