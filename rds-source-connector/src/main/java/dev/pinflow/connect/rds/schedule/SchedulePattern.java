package dev.pinflow.connect.rds.schedule;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which postings can follow each other. */
public enum SchedulePattern {
    /** As fast as database and broker go: for back-fills and load tests; nothing about it looks like traffic. */
    MAX,
    /** Equal pauses: the smoothest load and the easiest to reckon with, but no visitor comes by the clock. */
    CONSTANT,
    /** Pauses from 0 to twice the mean, as the classic emulator makes them: lively, but without quiet spells or crowds. */
    UNIFORM,
    /** Exponential pauses, as independent visitors make them: true to life over minutes, restless when watched. */
    POISSON,
    /** A daily rise and fall, smooth in between: shows peaks and lulls, at up to twice the mean rate. */
    DIURNAL,
    /** Many postings at once, then quiet: tests buffers and lag; the load on the peaks has nothing to do with the mean. */
    BURST,
    /** Rates and times by a list of your own: any load profile, at the price of writing it down. */
    STEP;

    /** The pattern with a configured name, if there is one. */
    static Optional<SchedulePattern> find(Object name) {
        return Arrays.stream(values())
                .filter(pattern -> pattern.toString().equals(name))
                .findFirst();
    }

    static String[] names() {
        return Arrays.stream(values()).map(SchedulePattern::toString).toArray(String[]::new);
    }

    /** The pattern's name in configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
