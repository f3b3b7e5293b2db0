package dev.pinflow.streams.service;

import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.management.Management;
import dev.pinflow.streams.management.ManagementServer;
import dev.pinflow.streams.management.ServiceMetrics;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.streams.TopologyDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running instance: the cleaning, unless disabled the live answers, and the management server. Any number of instances
 * with the same application ids, in this JVM or others, share the partitions. Thread-safe.
 */
public final class StreamsService implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsService.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration WATCH_INTERVAL = Duration.ofSeconds(1);
    private static final int NO_MANAGEMENT = -1;

    private final List<ServicePart> parts;
    private final Optional<LiveAnswers> answers;
    private final Lifecycle lifecycle;
    private final ServiceMetrics metrics;
    private final Optional<ManagementServer> management;
    private final Watch watch;
    private final Object closing = new Object();
    private volatile boolean closedInOrder = true;

    private StreamsService(
            List<ServicePart> parts,
            Optional<LiveAnswers> answers,
            Lifecycle lifecycle,
            ServiceMetrics metrics,
            Optional<ManagementServer> management) {
        this.parts = List.copyOf(parts);
        this.answers = answers;
        this.lifecycle = lifecycle;
        this.metrics = metrics;
        this.management = management;
        this.watch = Watch.every(WATCH_INTERVAL, this::look);
    }

    /**
     * Starts an instance and returns while it still joins its groups; see {@link #awaitRunning(Duration)}. Takes at most
     * 30 seconds.
     *
     * @throws ServiceStartException when a topic is missing or unfit, a schema is not registered, Kafka or the registry
     *     does not answer, or the management port is taken; nothing is left running then
     * @throws org.apache.kafka.common.config.ConfigException when Kafka refuses one of the settings
     */
    public static StreamsService start(StreamsConfiguration config) {
        return ConfiguredService.of(config).start();
    }

    /** The topologies that an instance of this configuration runs, by the name of their part; connects to nothing. */
    public static Map<String, TopologyDescription> describe(StreamsConfiguration config) {
        return ConfiguredService.of(config).describe();
    }

    /** What keeps an instance from starting, each as one sentence; nothing is started. Takes at most 30 seconds. */
    public static List<String> check(StreamsConfiguration config) {
        return ConfiguredService.of(config).check();
    }

    /** Starts what was made, which belongs to the service from here on, unless this throws. */
    static StreamsService start(
            StreamsConfiguration config,
            ServicePart cleaning,
            Optional<LiveAnswers> answers,
            CleaningCounts counts,
            ServiceMetrics metrics) {
        List<ServicePart> parts = Stream.concat(Stream.of(cleaning), answers.map(LiveAnswers::part).stream())
                .toList();
        Lifecycle lifecycle = new Lifecycle(parts);
        Management served = new Management(
                config.topics(),
                new ServiceHealth(parts, lifecycle::state, config.management().readyGrace(), Clock.systemUTC()),
                descriptions(parts),
                counts,
                answers.map(LiveAnswers::reader),
                metrics);
        Optional<ManagementServer> management = config.management().port() == NO_MANAGEMENT
                ? Optional.empty()
                : Optional.of(served.listen(
                        config.management().host(), config.management().port()));
        StreamsService service = new StreamsService(parts, answers, lifecycle, metrics, management);
        try {
            service.start();
        } catch (RuntimeException e) {
            service.close();
            throw e;
        }
        LOG.info("Streams service started: {}", config);
        return service;
    }

    private static Map<String, TopologyDescription> descriptions(List<ServicePart> parts) {
        Map<String, TopologyDescription> descriptions = new LinkedHashMap<>();
        parts.forEach(part -> descriptions.put(part.name(), part.description()));
        return descriptions;
    }

    private void start() {
        metrics.bindState(
                Stream.of(ServiceState.values()).map(ServiceState::name).toList(),
                () -> lifecycle.state().name());
        for (ServicePart part : parts) {
            part.onChange(lifecycle::changed);
            metrics.bindPart(part.name(), part.failures()::count, part.restores());
            // Reading global tables may take a while, and the start should not.
            daemon(() -> start(part), "start-" + part.name()).start();
        }
        answers.ifPresent(live -> {
            metrics.bindAsOf(live::asOf, Clock.systemUTC());
            live.start();
        });
    }

    private void start(ServicePart part) {
        answers.filter(live -> live.part() == part).ifPresent(LiveAnswers::forgetStaleState);
        part.start();
        metrics.bindKafka(part.name(), part.streams());
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** When one part has given up, the other one ends in good order, and with it the service. */
    private void look() {
        parts.forEach(ServicePart::observe);
        if (lifecycle.fails()) {
            LOG.error("Streams service gives up: {}", reason().orElse("no reason given"));
            closeParts();
            lifecycle.ended();
        }
    }

    public ServiceState state() {
        return lifecycle.state();
    }

    /** What a part of the service failed of, or its last failed stream thread; the service may have recovered since. */
    public Optional<Throwable> failure() {
        return parts.stream()
                .map(ServicePart::failure)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why the service gave up, in one sentence for a person; empty when it did not. */
    public Optional<String> reason() {
        return parts.stream()
                .filter(ServicePart::hasFailed)
                .map(ServicePart::whyFailed)
                .findFirst();
    }

    /** Where the management server listens; empty when it is switched off. */
    public Optional<URI> management() {
        return management.map(ManagementServer::address);
    }

    /** Waits until all parts run; false when the service ended before or the time is over. */
    public boolean awaitRunning(Duration timeout) throws InterruptedException {
        return lifecycle.awaitStarted(timeout) == ServiceState.RUNNING;
    }

    /** Waits until the service has stopped or failed. */
    public ServiceState awaitEnd() throws InterruptedException {
        return lifecycle.awaitEnd();
    }

    /**
     * Commits what is in progress, leaves the groups, so that other instances take over at once, and stops; the
     * management server last. Waits at most 30 seconds. May be called more than once, from any thread.
     */
    @Override
    public void close() {
        lifecycle.stopping();
        synchronized (closing) {
            answers.ifPresent(LiveAnswers::close);
            closeParts();
            watch.close();
            metrics.close();
            management.ifPresent(ManagementServer::close);
            lifecycle.ended();
        }
        LOG.info("Streams service ended: {}", state());
    }

    /** Whether all parts stopped within their time, so that no transaction was left to be aborted. */
    public boolean closedInOrder() {
        return closedInOrder;
    }

    private void closeParts() {
        if (!PartsClosing.close(parts, CLOSE_TIMEOUT)) {
            closedInOrder = false;
        }
    }
}
