package dev.pinflow.benchmarks.rds;

import static dev.pinflow.benchmarks.rds.SourceCase.BARE_LOOP;
import static dev.pinflow.benchmarks.rds.SourceCase.DEBEZIUM;
import static dev.pinflow.benchmarks.rds.SourceCase.FLOOR_MAP;
import static dev.pinflow.benchmarks.rds.SourceCase.JSON;
import static dev.pinflow.benchmarks.rds.SourceCase.MAP;
import static dev.pinflow.benchmarks.rds.SourceCase.READ;
import static dev.pinflow.benchmarks.rds.SourceCase.SAMPLE;
import static dev.pinflow.benchmarks.rds.SourceCase.SHUFFLE;
import static dev.pinflow.benchmarks.rds.SourceCase.STRUCT;

import dev.pinflow.benchmarks.figures.Target;
import java.util.List;
import java.util.Set;

/** What the source connector is to reach. */
final class SourceTargets {
    private SourceTargets() {}

    static List<Target<SourceCase, Figures>> all() {
        return List.of(
                speed("map: records/s, of Debezium's", 2.5, MAP, DEBEZIUM),
                cpu("map: CPU, of Debezium's", 0.40, MAP, DEBEZIUM),
                floor("map: CPU, of prebuilt maps + JDBC alone", 1.25, MAP),
                speed("struct: records/s, of Debezium's", 2.5, STRUCT, DEBEZIUM),
                cpu("struct: CPU, of Debezium's", 0.40, STRUCT, DEBEZIUM),
                floor("struct: CPU, of prebuilt maps + JDBC alone", 1.25, STRUCT),
                speed("json: records/s, of the bare loop's", 0.88, JSON, BARE_LOOP),
                Target.single("json: CPU \u00b5s per record", 12, false, JSON, Figures::cpuMicros),
                speed("sample: records/s, of sweep's", 0.5, SAMPLE, JSON),
                speed("shuffle: records/s, of sweep's", 0.5, SHUFFLE, JSON));
    }

    private static Target<SourceCase, Figures> speed(String title, double limit, SourceCase one, SourceCase other) {
        return Target.ratio(title, limit, true, one, other, Figures::recordsPerSecond);
    }

    private static Target<SourceCase, Figures> cpu(String title, double limit, SourceCase one, SourceCase other) {
        return Target.ratio(title, limit, false, one, other, Figures::cpuMicros);
    }

    private static Target<SourceCase, Figures> floor(String title, double limit, SourceCase one) {
        return new Target<>(
                title,
                limit,
                false,
                Set.of(one, FLOOR_MAP, READ),
                of -> of.get(one).cpuMicros()
                        / (of.get(FLOOR_MAP).cpuMicros() + of.get(READ).cpuMicros()));
    }
}
