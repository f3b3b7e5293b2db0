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

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * What the connector is to reach; relative to others wherever it can be, as machines differ.
 *
 * @param atLeast whether the limit is a lower one
 * @param cases those whose figures it takes
 * @param measure takes the medians of these cases
 */
record Target(
        String title,
        double limit,
        boolean atLeast,
        Set<SourceCase> cases,
        ToDoubleFunction<Map<SourceCase, Figures>> measure) {

    static List<Target> all() {
        return List.of(
                speed("map: records/s, of Debezium's", 2.5, MAP, DEBEZIUM),
                cpu("map: CPU, of Debezium's", 0.40, MAP, DEBEZIUM),
                floor("map: CPU, of prebuilt maps + JDBC alone", 1.25, MAP),
                speed("struct: records/s, of Debezium's", 2.5, STRUCT, DEBEZIUM),
                cpu("struct: CPU, of Debezium's", 0.40, STRUCT, DEBEZIUM),
                floor("struct: CPU, of prebuilt maps + JDBC alone", 1.25, STRUCT),
                speed("json: records/s, of the bare loop's", 0.88, JSON, BARE_LOOP),
                new Target(
                        "json: CPU \u00b5s per record",
                        12,
                        false,
                        Set.of(JSON),
                        of -> of.get(JSON).cpuMicros()),
                speed("sample: records/s, of sweep's", 0.5, SAMPLE, JSON),
                speed("shuffle: records/s, of sweep's", 0.5, SHUFFLE, JSON));
    }

    /** The limit in words. */
    String bound() {
        return String.format(Locale.ROOT, atLeast ? "at least %.2f" : "at most %.2f", limit);
    }

    double measured(Map<SourceCase, Figures> medians) {
        return measure.applyAsDouble(medians);
    }

    boolean isMetBy(double measured) {
        return atLeast ? measured >= limit : measured <= limit;
    }

    private static Target speed(String title, double limit, SourceCase one, SourceCase other) {
        return new Target(
                title,
                limit,
                true,
                Set.of(one, other),
                of -> of.get(one).recordsPerSecond() / of.get(other).recordsPerSecond());
    }

    private static Target cpu(String title, double limit, SourceCase one, SourceCase other) {
        return new Target(
                title,
                limit,
                false,
                Set.of(one, other),
                of -> of.get(one).cpuMicros() / of.get(other).cpuMicros());
    }

    private static Target floor(String title, double limit, SourceCase one) {
        return new Target(
                title,
                limit,
                false,
                Set.of(one, FLOOR_MAP, READ),
                of -> of.get(one).cpuMicros()
                        / (of.get(FLOOR_MAP).cpuMicros() + of.get(READ).cpuMicros()));
    }
}
