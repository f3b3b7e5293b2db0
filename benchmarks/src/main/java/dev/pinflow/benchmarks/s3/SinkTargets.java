package dev.pinflow.benchmarks.s3;

import dev.pinflow.benchmarks.figures.Target;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the sink is to reach, by the names of cases. */
final class SinkTargets {
    private SinkTargets() {}

    static List<Target<String, SinkFigures>> all() {
        return List.of(
                atMost("json: task CPU, of null's", 1.4, "json", "null", SinkFigures::taskMicros),
                atMost("json: worker CPU, of null's", 1.4, "json", "null", SinkFigures::workerMicros),
                atLeast("json: records/s, of null's", 0.73, "json", "null"),
                Target.ofTwo(
                        "json: kB per record allocated by the task beyond null's",
                        1.8,
                        false,
                        "json",
                        "null",
                        (json, floor) -> (json.taskBytes() - floor.taskBytes()) / 1000),
                Target.ofTwo(
                        "json: kB per record allocated by the worker beyond null's",
                        1.8,
                        false,
                        "json",
                        "null",
                        (json, floor) -> (json.workerBytes() - floor.workerBytes()) / 1000),
                Target.single("json: requests per object", 1, false, "json", SinkFigures::requests),
                atLeast("json+40ms: records/s, of json's", 0.9, "json+40ms", "json"),
                atMost("verbatim: task CPU, of null-bytes'", 1.15, "verbatim", "null-bytes", SinkFigures::taskMicros),
                atMost(
                        "verbatim: worker CPU, of null-bytes'",
                        1.15,
                        "verbatim",
                        "null-bytes",
                        SinkFigures::workerMicros),
                atMost("bytes: task CPU, of null-bytes'", 1.15, "bytes", "null-bytes", SinkFigures::taskMicros),
                atMost("bytes: worker CPU, of null-bytes'", 1.15, "bytes", "null-bytes", SinkFigures::workerMicros),
                atMost("parquet: task CPU, of struct-json's", 2, "parquet", "struct-json", SinkFigures::taskMicros),
                atMost(
                        "parquet: worker CPU, of struct-json's",
                        2,
                        "parquet",
                        "struct-json",
                        SinkFigures::workerMicros));
    }

    private static Target<String, SinkFigures> atMost(
            String title, double limit, String one, String other, ToDoubleFunction<SinkFigures> figure) {
        return Target.ratio(title, limit, false, one, other, figure);
    }

    private static Target<String, SinkFigures> atLeast(String title, double limit, String one, String other) {
        return Target.ratio(title, limit, true, one, other, SinkFigures::recordsPerSecond);
    }
}
