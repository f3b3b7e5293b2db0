package dev.pinflow.connect.rds.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.PluginMetrics;
import org.apache.kafka.common.metrics.internals.PluginMetricsImpl;
import org.apache.kafka.connect.source.SourceTaskContext;
import org.apache.kafka.connect.storage.OffsetStorageReader;
import org.junit.jupiter.api.Test;

class TaskMetricsTest {
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final String[] NAMES = {
        "postings-emitted",
        "keys-without-row",
        "postings-skipped",
        "complete",
        "postings-per-second",
        "postings-per-second-target",
        "query-latency-avg",
        "query-latency-max",
        "reconnects",
        "seconds-since-last-query"
    };

    private final MBeanServer jmx = ManagementFactory.getPlatformMBeanServer();
    private long now;

    /** What a worker gives a task. */
    private record Context(Map<String, String> configs, Supplier<PluginMetrics> worker) implements SourceTaskContext {
        @Override
        public OffsetStorageReader offsetStorageReader() {
            throw new UnsupportedOperationException("not used by metrics");
        }

        @Override
        public PluginMetrics pluginMetrics() {
            return worker.get();
        }
    }

    private static Context oldWorker(String strides) {
        return new Context(Map.of("task.strides", strides), () -> {
            throw new NoSuchMethodError("pluginMetrics");
        });
    }

    private Map<String, Object> shown(ObjectName name) throws JMException {
        Map<String, Object> values = new HashMap<>();
        for (String metric : NAMES) {
            values.put(metric, jmx.getAttribute(name, metric));
        }
        return values;
    }

    /** A registry that can be read. */
    private static final class Shown extends LinkedHashMap<String, Supplier<? extends Number>> implements Registry {
        private static final long serialVersionUID = 1;

        @Override
        public void add(String name, String description, Supplier<? extends Number> value) {
            put(name, value);
        }

        @Override
        public void close() {
            clear();
        }

        double read(String name) {
            return get(name).get().doubleValue();
        }
    }

    @Test
    void newerWorkersPublishThemAmongTheirPluginMetrics() {
        Map<String, String> tags = new LinkedHashMap<>(Map.of("connector", "posts"));
        try (Metrics worker = new Metrics();
                TaskMetrics metrics =
                        TaskMetrics.of(new Context(Map.of(), () -> new PluginMetricsImpl(worker, tags)), "posts")) {
            metrics.countEmitted(7);

            Map<String, KafkaMetric> published = worker.metrics().values().stream()
                    .filter(metric -> metric.metricName().group().equals("plugins"))
                    .collect(Collectors.toMap(metric -> metric.metricName().name(), metric -> metric));
            assertThat(published).containsOnlyKeys(NAMES);
            assertThat(published.get("postings-emitted").metricValue()).isEqualTo(7L);
            assertThat(published.get("postings-emitted").metricName().tags()).isEqualTo(tags);
        }
    }

    @Test
    void onOlderWorkersTheTaskPublishesThemItselfUntilItEnds() throws JMException {
        ObjectName name = new ObjectName("kafka.connect:type=plugins,connector=old-worker,task=3");
        TaskMetrics metrics = TaskMetrics.of(oldWorker("3,7"), "old-worker");
        metrics.countEmitted(5);
        metrics.countEmitted(2);
        metrics.countEmpty(3);
        metrics.countIncomplete();
        metrics.setComplete();
        metrics.reconnected();
        metrics.queried(TimeUnit.MILLISECONDS.toNanos(4));
        metrics.aim(2.5);

        assertThat(shown(name))
                .containsEntry("postings-emitted", 7L)
                .containsEntry("keys-without-row", 3L)
                .containsEntry("postings-skipped", 1L)
                .containsEntry("complete", 1)
                .containsEntry("reconnects", 1L)
                .containsEntry("query-latency-avg", 4.0)
                .containsEntry("query-latency-max", 4.0)
                .containsEntry("postings-per-second-target", 2.5);

        metrics.close();
        metrics.close();
        assertThat(jmx.isRegistered(name)).isFalse();
    }

    /** Every registry of Kafka's has a metric of its own, which would replace the worker's over JMX and vanish with it. */
    @Test
    void leavesTheWorkersOwnMetricsAlone() throws JMException {
        ObjectName ofTheWorker = new ObjectName("kafka.connect:type=kafka-metrics-count");
        try (TaskMetrics metrics = TaskMetrics.of(oldWorker("0"), "posts")) {
            metrics.countEmitted(1);

            assertThat(jmx.isRegistered(ofTheWorker)).isFalse();
        }
    }

    @Test
    void severalTasksOfAnOlderWorkerDoNotDisturbEachOther() throws JMException {
        ObjectName second = new ObjectName("kafka.connect:type=plugins,connector=posts,task=1");
        try (TaskMetrics survivor = TaskMetrics.of(oldWorker("1,5"), "posts")) {
            TaskMetrics.of(oldWorker("0,4"), "posts").close();
            survivor.countEmitted(9);

            assertThat(jmx.getAttribute(second, "postings-emitted")).isEqualTo(9L);
        }
    }

    @Test
    void tellsRatesLatenciesAndSilence() {
        Shown shown = new Shown();
        TaskMetrics metrics = new TaskMetrics(shown, () -> now);

        assertThat(shown.read("postings-per-second-target")).isNaN();
        assertThat(shown.read("query-latency-avg")).isNaN();
        assertThat(shown.read("query-latency-max")).isNaN();
        for (int second = 0; second < 10; second++) {
            metrics.countEmitted(50);
            metrics.queried((second + 1) * 1_000_000L);
            now += SECOND;
        }
        now += 4 * SECOND;

        assertThat(shown.read("postings-per-second")).isBetween(35.0, 36.0);
        assertThat(shown.read("query-latency-avg")).isEqualTo(5.5);
        assertThat(shown.read("query-latency-max")).isEqualTo(10.0);
        assertThat(shown.read("seconds-since-last-query")).isEqualTo(5.0);
        now += 60 * SECOND;
        assertThat(shown.read("postings-per-second")).isZero();
    }

    @Test
    void tellsWhatWasLeftOut() {
        TaskMetrics metrics = new TaskMetrics(new Shown(), () -> now);
        metrics.countEmpty(4);
        metrics.countIncomplete();

        assertThat(metrics.empty()).isEqualTo(4);
        assertThat(metrics.incomplete()).isEqualTo(1);
    }
}
