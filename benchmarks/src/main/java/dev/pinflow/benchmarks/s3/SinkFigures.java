package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.figures.Column;
import dev.pinflow.benchmarks.figures.Medians;
import java.util.List;

/**
 * What was measured of a run, from the first record read to the last object visible.
 *
 * @param recordsPerSecond of wall time
 * @param workerMicros CPU time of the worker's process per record
 * @param taskMicros CPU time of the task's thread per record
 * @param taskBytes allocated by the task's thread per record
 * @param workerBytes allocated by all threads per record
 * @param heapPeak bytes, as {@link TaskWatch#heapPeak()}
 * @param requests to S3 about objects, per object
 * @param objects how many there are
 * @param sent bytes of all requests' bodies
 */
record SinkFigures(
        double recordsPerSecond,
        double workerMicros,
        double taskMicros,
        double taskBytes,
        double workerBytes,
        double heapPeak,
        double requests,
        double objects,
        double sent) {
    static final List<Column<SinkFigures>> COLUMNS = List.of(
            Column.of("records/s", "%,.0f", SinkFigures::recordsPerSecond),
            Column.of("worker \u00b5s", "%.1f", SinkFigures::workerMicros),
            Column.of("task \u00b5s", "%.1f", SinkFigures::taskMicros),
            Column.of("task B", "%,.0f", SinkFigures::taskBytes),
            Column.of("worker B", "%,.0f", SinkFigures::workerBytes),
            Column.of("heap MB", "%,.0f", figures -> figures.heapPeak / 1e6),
            Column.of("requests", "%.2f", SinkFigures::requests),
            Column.of("objects", "%.0f", SinkFigures::objects),
            Column.of("MB", "%.1f", figures -> figures.sent / 1e6));

    /** The median of each figure on its own. */
    static SinkFigures median(List<SinkFigures> runs) {
        return new SinkFigures(
                Medians.of(runs, SinkFigures::recordsPerSecond),
                Medians.of(runs, SinkFigures::workerMicros),
                Medians.of(runs, SinkFigures::taskMicros),
                Medians.of(runs, SinkFigures::taskBytes),
                Medians.of(runs, SinkFigures::workerBytes),
                Medians.of(runs, SinkFigures::heapPeak),
                Medians.of(runs, SinkFigures::requests),
                Medians.of(runs, SinkFigures::objects),
                Medians.of(runs, SinkFigures::sent));
    }
}
