package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.s3.TaskWatch.Use;
import dev.pinflow.benchmarks.stage.ConnectRest;
import dev.pinflow.stack.process.ChildProcess;
import java.io.IOException;
import java.time.Duration;

/**
 * Follows a sink task. The span measured begins with the last look that found no record read, at most 20 ms before the
 * first one was, and ends when the proxy has seen the S3 server confirm the last object; of a sink that makes no objects,
 * with the first look that found all records put.
 */
record SinkMeasurement(SinkCase contender, ChildProcess child, ConnectRest rest, TaskWatch task, Traffic traffic) {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final Duration BETWEEN_STATES = Duration.ofSeconds(2);
    private static final long SHORTEST_PAUSE = 5;
    private static final long LONGEST_PAUSE = 200;
    /** The time to the end as it seems is not used up in one pause, as the speed may rise. */
    private static final int PAUSES_TO_THE_END = 4;

    /** @throws IllegalStateException if the connector fails or is not done in time */
    SinkFigures take(String connector, long perPartition) throws IOException, InterruptedException {
        Deadline deadline = new Deadline(connector);
        while (!task.isThere()) {
            deadline.pause(SHORTEST_PAUSE);
        }
        Use begin = task.use();
        while (task.read() == 0) {
            begin = task.use();
            deadline.pause(SHORTEST_PAUSE);
        }
        task.resetPeak();
        long records = Input.TOPICS * Input.PARTITIONS * perPartition;
        long objects = contender.expectation().objects(contender.input(), perPartition);
        if (objects > 0) {
            while (traffic.objects() < objects) {
                deadline.pause(SHORTEST_PAUSE);
            }
        } else {
            awaitPut(records, begin, deadline);
        }
        Use end = task.use();
        return figures(begin, end, objects > 0 ? traffic.lastObject() : end.nanos(), records);
    }

    /** Looks seldom, as each look costs the worker something. */
    private void awaitPut(long records, Use begin, Deadline deadline) throws IOException, InterruptedException {
        long put = task.put();
        while (put < records) {
            double nanosPerRecord = (double) (System.nanoTime() - begin.nanos()) / Math.max(1, put);
            double millisToTheEnd = (records - put) * nanosPerRecord / 1e6;
            deadline.pause(Math.min(LONGEST_PAUSE, (long) millisToTheEnd / PAUSES_TO_THE_END));
            put = task.put();
        }
    }

    private SinkFigures figures(Use begin, Use end, long done, long records) throws IOException {
        return new SinkFigures(
                records / ((done - begin.nanos()) / 1e9),
                (end.workerCpu() - begin.workerCpu()) / 1e3 / records,
                (end.taskCpu() - begin.taskCpu()) / 1e3 / records,
                (double) end.taskBytesSince(begin) / records,
                (double) end.bytesSince(begin) / records,
                task.heapPeak(),
                traffic.objects() == 0 ? 0 : traffic.perObject(),
                traffic.objects(),
                traffic.bytes());
    }

    /** Sees to it that waiting ends when there is nothing left to wait for. */
    private final class Deadline {
        private final String connector;
        private final long begin = System.nanoTime();
        private long state = begin;

        Deadline(String connector) {
            this.connector = connector;
        }

        void pause(long millis) throws IOException, InterruptedException {
            long now = System.nanoTime();
            if (!child.isAlive()) {
                throw new IllegalStateException("the worker ended early: " + child.tail(3));
            }
            if (now - state > BETWEEN_STATES.toNanos()) {
                state = now;
                rest.requireRunning(connector);
            }
            if (now - begin > LIMIT.toNanos()) {
                throw new IllegalStateException(
                        "not done after %d minutes; requests: %s".formatted(LIMIT.toMinutes(), traffic));
            }
            Thread.sleep(Math.max(SHORTEST_PAUSE, millis));
        }
    }
}
