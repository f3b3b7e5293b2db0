package dev.pinflow.streams.management;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.answers.AnswersCounts;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.state.RestoreProgress;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams;

/** The service's metrics, which METRICS.md explains. Thread-safe. */
public final class ServiceMetrics implements AutoCloseable {
    private static final String PART = "app";
    private static final double MILLISECONDS = 1_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CleaningMeters cleaning;
    private final AnswersMeters answers;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final Deque<KafkaStreamsMetrics> kafka = new ArrayDeque<>();

    public ServiceMetrics(Topics topics, CleaningCounts cleaned, AnswersCounts answered) {
        this.cleaning = new CleaningMeters(registry, topics, cleaned);
        this.answers = new AnswersMeters(registry, topics, answered);
        new ClassLoaderMetrics().bindTo(registry);
        new JvmMemoryMetrics().bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ProcessorMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        collections.bindTo(registry);
    }

    /** Exports which of the states the service is in: 1 for that one, 0 for the others. */
    public void bindState(List<String> states, Supplier<String> state) {
        for (String name : states) {
            Gauge.builder("pinflow.service.state", () -> state.get().equals(name) ? 1 : 0)
                    .tag("state", name)
                    .description("1 for the state that the service is in")
                    .register(registry);
        }
    }

    /** Exports how a part of the service fails and restores. */
    public void bindPart(String part, LongSupplier threadFailures, RestoreProgress restores) {
        FunctionCounter.builder("pinflow.thread.failures", threadFailures, LongSupplier::getAsLong)
                .tag(PART, part)
                .description("Stream threads that failed and were replaced, or ended the service")
                .register(registry);
        FunctionCounter.builder("pinflow.restored.records", restores, RestoreProgress::records)
                .tag(PART, part)
                .description("Records read into state stores")
                .register(registry);
        Gauge.builder("pinflow.restoring.partitions", restores, RestoreProgress::restoring)
                .tag(PART, part)
                .description("Partitions of state stores that are being read")
                .register(registry);
    }

    /** Exports Kafka's own metrics of a part that has started. */
    public synchronized void bindKafka(String part, KafkaStreams streams) {
        KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams, List.of(Tag.of(PART, part)));
        metrics.bindTo(registry);
        kafka.addLast(metrics);
    }

    /** Exports how long ago the moment was up to which the answers are complete; NaN until there is one. */
    public void bindAsOf(Supplier<Optional<Instant>> asOf, Clock clock) {
        Gauge.builder(
                        "pinflow.answers.as.of.age",
                        () -> asOf.get()
                                .map(moment -> Duration.between(moment, clock.instant())
                                                .toMillis()
                                        / MILLISECONDS)
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .description("How long ago the moment was up to which the answers are complete")
                .register(registry);
    }

    /** All metrics in Prometheus' text format. */
    String scrape() {
        cleaning.registerNew();
        answers.registerNew();
        return registry.scrape();
    }

    /** Ends the export of Kafka's metrics, and what follows them in the background. */
    @Override
    public synchronized void close() {
        kafka.forEach(KafkaStreamsMetrics::close);
        kafka.clear();
        collections.close();
    }
}
