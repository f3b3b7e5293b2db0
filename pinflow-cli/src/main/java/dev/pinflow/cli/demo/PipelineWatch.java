package dev.pinflow.cli.demo;

import dev.pinflow.cli.connect.ConnectRest;
import dev.pinflow.cli.connect.ConnectorStatus;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.cli.console.Gauge;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.cli.ledger.Ledger;
import dev.pinflow.cli.ledger.ObjectCounts;
import dev.pinflow.cli.ledger.PostedCounts;
import dev.pinflow.cli.ledger.TopicCounts;
import dev.pinflow.cli.up.Pipeline;
import dev.pinflow.contract.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;

/** Watches records come through the stations until the ledger balances or nothing moves any more. */
final class PipelineWatch {
    /** Longer than any rotation, commit or poll interval of the local stack. */
    private static final Duration STALL_LIMIT = Duration.ofSeconds(60);

    private static final Duration STEP = Duration.ofMillis(250);

    private final Topics topics;
    private final TopicCounts counts;
    private final ObjectCounts objects;
    private final PostedCounts posted;
    private final ConnectRest connect;
    private final Pipeline pipeline;
    private final Progress progress;
    private final long expected;
    private final Arrivals arrivals = new Arrivals();

    /** @param expected how many raw records there will be at most; 0 when nobody knows */
    PipelineWatch(
            Topics topics,
            TopicCounts counts,
            ObjectCounts objects,
            PostedCounts posted,
            ConnectRest connect,
            Pipeline pipeline,
            Progress progress,
            long expected) {
        this.topics = topics;
        this.counts = counts;
        this.objects = objects;
        this.posted = posted;
        this.connect = connect;
        this.pipeline = pipeline;
        this.progress = progress;
        this.expected = expected;
    }

    /**
     * Returns when everything has arrived, or when nothing has moved for a minute after the source was done.
     *
     * @param sourceDone whether the source has emitted all that it ever will
     */
    Arrivals await(BooleanSupplier sourceDone) {
        long lastMove = System.nanoTime();
        List<Gauge> before = List.of();
        boolean done = false;
        while (!done || System.nanoTime() - lastMove < STALL_LIMIT.toNanos()) {
            counts.advance(STEP);
            List<Gauge> now = gauges(done);
            progress.show(now);
            if (!now.equals(before)) {
                before = now;
                lastMove = System.nanoTime();
            }
            requireHealthy();
            if (done && ledger().balanced()) {
                break;
            }
            done = done || sourceDone.getAsBoolean();
        }
        progress.finish(gauges(done));
        return arrivals;
    }

    private Ledger ledger() {
        return Ledger.of(topics, counts, objects, OptionalLong.of(posted.postings()));
    }

    private List<Gauge> gauges(boolean sourceDone) {
        long raw = counts.records(topics.raw());
        long curated = counts.records(topics.curated());
        long rejected = counts.records(topics.rejected());
        List<Gauge> gauges = List.of(
                new Gauge("posted", raw, sourceDone ? raw : Math.max(raw, expected)),
                new Gauge("in raw S3", objects.records(topics.raw()), raw),
                new Gauge("curated", curated, raw - rejected),
                new Gauge("rejected", rejected, 0),
                new Gauge("in curated S3", objects.records(topics.curated()), curated));
        gauges.forEach(arrivals::note);
        return gauges;
    }

    private void requireHealthy() {
        for (String connector : connect.names()) {
            Optional<ConnectorStatus> failed = connect.status(connector).filter(ConnectorStatus::isFailed);
            if (failed.isPresent()) {
                throw new Failure("The connector " + connector + " failed: "
                        + failed.get().failure().orElse("the worker gives no reason"));
            }
        }
        pipeline.streamsFailure().ifPresent(reason -> {
            throw new Failure("The streams service gave up: " + reason);
        });
    }
}
