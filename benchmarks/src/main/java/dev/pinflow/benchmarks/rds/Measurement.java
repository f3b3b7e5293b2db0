package dev.pinflow.benchmarks.rds;

import dev.pinflow.stack.process.ChildProcess;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/**
 * Follows a process that writes to topics. The span measured begins with the last look that found the topics empty and
 * ends with the first that found all records there; looks are at most 10 ms apart at either end.
 */
final class Measurement {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long SHORTEST_PAUSE = 10;
    private static final long LONGEST_PAUSE = 250;
    /** The time to the end as it seems is not used up in one pause, as the speed may rise. */
    private static final int PAUSES_TO_THE_END = 4;

    private final ChildProcess child;
    private final TopicWatch topics;
    private final long expected;

    Measurement(ChildProcess child, TopicWatch topics, long expected) {
        this.child = child;
        this.topics = topics;
        this.expected = expected;
    }

    /** Looks at the process between measurements, and throws if it has failed. */
    interface Check {
        void requireRunning() throws IOException, InterruptedException;
    }

    Figures take(Check check) throws IOException, InterruptedException, ExecutionException {
        Moment begin = Moment.of(child);
        Moment grown = begin;
        long seen = 0;
        while (true) {
            Moment before = Moment.of(child);
            long records = topics.records();
            if (records == 0) {
                begin = before;
            }
            if (records >= expected) {
                return figures(begin, Moment.of(child), records);
            }
            if (records > seen) {
                seen = records;
                grown = before;
            } else if (before.nanos() - grown.nanos() > PATIENCE.toNanos()) {
                throw new IllegalStateException("nothing was written for %d s; there are %d of %d records"
                        .formatted(PATIENCE.toSeconds(), records, expected));
            }
            long pause = pause(begin, before, records);
            if (records == 0 || pause == LONGEST_PAUSE) {
                requireAlive(check);
            }
            Thread.sleep(pause);
        }
    }

    private void requireAlive(Check check) throws IOException, InterruptedException {
        if (!child.isAlive()) {
            throw new IllegalStateException("the process under test ended early: " + child.tail(3));
        }
        check.requireRunning();
    }

    private long pause(Moment begin, Moment now, long records) {
        if (records == 0) {
            return SHORTEST_PAUSE;
        }
        double millisPerRecord = (now.nanos() - begin.nanos()) / 1e6 / records;
        double toTheEnd = (expected - records) * millisPerRecord / PAUSES_TO_THE_END;
        return Math.max(SHORTEST_PAUSE, Math.min(LONGEST_PAUSE, (long) toTheEnd));
    }

    private Figures figures(Moment begin, Moment end, long records) throws ExecutionException, InterruptedException {
        return new Figures(
                records / ((end.nanos() - begin.nanos()) / 1e9),
                (end.cpu().toNanos() - begin.cpu().toNanos()) / 1e3 / records,
                (double) topics.bytes() / records);
    }

    /** A moment and the CPU time that the process had used until then, which the system counts in steps of 10 ms. */
    private record Moment(long nanos, Duration cpu) {
        static Moment of(ChildProcess child) {
            Duration cpu = ProcessHandle.of(child.pid())
                    .flatMap(process -> process.info().totalCpuDuration())
                    .orElse(Duration.ZERO);
            return new Moment(System.nanoTime(), cpu);
        }
    }
}
