package dev.pinflow.streams.service;

import dev.pinflow.streams.management.ServiceStatus;
import dev.pinflow.streams.management.ServiceStatus.Part;
import dev.pinflow.streams.management.ServiceStatus.PartitionLag;
import dev.pinflow.streams.management.ServiceStatus.StreamThread;
import dev.pinflow.streams.management.ServiceView;
import dev.pinflow.streams.management.Verdict;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.ThreadMetadata;

/** How the service is doing, from what its parts remember. */
final class ServiceHealth implements ServiceView {
    private static final String GOOD = "ok";

    private final List<ServicePart> parts;
    private final Supplier<ServiceState> state;
    private final Duration grace;
    private final Clock clock;

    /** @param grace how long a part that rebalances, or whose threads fail, counts as ready */
    ServiceHealth(List<ServicePart> parts, Supplier<ServiceState> state, Duration grace, Clock clock) {
        this.parts = parts;
        this.state = state;
        this.grace = grace;
        this.clock = clock;
    }

    @Override
    public Verdict alive() {
        ServiceState now = state.get();
        if (now == ServiceState.STOPPING) {
            return new Verdict(true, Map.of("service", "stops"));
        }
        boolean ended = now == ServiceState.FAILED || now == ServiceState.STOPPED;
        return verdict(!ended, ServiceHealth::whyDead);
    }

    private static Optional<String> whyDead(ServicePart part) {
        if (part.hasFailed()) {
            return Optional.of("has given up");
        }
        boolean works = part.state() == State.RUNNING || part.state() == State.REBALANCING;
        int alive = part.liveThreads().size();
        // Without any, it has only just begun, or ends at this moment.
        return works && alive > 0 && alive < part.threads()
                ? Optional.of(alive + " of " + part.threads() + " stream threads are alive")
                : Optional.empty();
    }

    @Override
    public Verdict ready() {
        ServiceState now = state.get();
        if (now == ServiceState.STOPPING || now == ServiceState.STOPPED) {
            return new Verdict(false, Map.of("service", "stops"));
        }
        return verdict(now != ServiceState.FAILED, this::whyNotReady);
    }

    private Optional<String> whyNotReady(ServicePart part) {
        if (part.failures().since().filter(this::isLongAgo).isPresent()) {
            return Optional.of("its stream threads fail and are replaced, see the log");
        }
        return switch (part.state()) {
            case RUNNING -> Optional.empty();
            case CREATED -> Optional.of("starts");
            case REBALANCING -> {
                boolean briefly = part.hasRun()
                        && part.rebalancingSince().filter(this::isLongAgo).isEmpty();
                yield briefly ? Optional.empty() : Optional.of(part.hasRun() ? "rebalances" : "joins its group");
            }
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Optional.of("has ended");
        };
    }

    private boolean isLongAgo(Instant since) {
        return !clock.instant().isBefore(since.plus(grace));
    }

    @Override
    public Verdict started() {
        return verdict(true, part -> part.hasRun() ? Optional.empty() : Optional.of("has not run yet"));
    }

    private Verdict verdict(boolean otherwise, Function<ServicePart, Optional<String>> complaint) {
        Map<String, String> said = new LinkedHashMap<>();
        boolean passed = otherwise;
        for (ServicePart part : parts) {
            Optional<String> heard = complaint.apply(part);
            said.put(part.name(), heard.orElse(GOOD));
            passed = passed && heard.isEmpty();
        }
        return new Verdict(passed, said);
    }

    @Override
    public ServiceStatus status() {
        return new ServiceStatus(
                state.get().name(), parts.stream().map(ServiceHealth::status).toList());
    }

    private static Part status(ServicePart part) {
        List<ThreadMetadata> threads = part.liveThreads();
        return new Part(
                part.name(),
                part.applicationId(),
                part.state().name(),
                part.failures().count(),
                part.failures().since().map(Instant::toString).orElse(""),
                threads.stream()
                        .map(ServiceHealth::thread)
                        .sorted(Comparator.comparing(StreamThread::name))
                        .toList(),
                lag(Progress.of(threads)),
                part.restores().snapshot());
    }

    private static StreamThread thread(ThreadMetadata thread) {
        return new StreamThread(
                thread.threadName(), thread.threadState(), ids(thread.activeTasks()), ids(thread.standbyTasks()));
    }

    private static List<String> ids(Set<TaskMetadata> tasks) {
        return tasks.stream().map(task -> task.taskId().toString()).sorted().toList();
    }

    private static List<PartitionLag> lag(Progress progress) {
        return progress.offsets().entrySet().stream()
                .map(entry -> new PartitionLag(
                        entry.getKey().topic(),
                        entry.getKey().partition(),
                        entry.getValue().committed(),
                        entry.getValue().end(),
                        entry.getValue().lag()))
                .sorted(Comparator.comparing(PartitionLag::topic).thenComparingInt(PartitionLag::partition))
                .toList();
    }
}
