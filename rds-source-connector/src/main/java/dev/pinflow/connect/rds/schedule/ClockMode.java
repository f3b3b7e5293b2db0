package dev.pinflow.connect.rds.schedule;

import java.util.Locale;

/** Where event times come from. */
public enum ClockMode {
    /** The time at which the posting is made: right for live traffic, different in every run. */
    WALL,
    /** A start plus the schedule: the same in every run, but only as true as the schedule. */
    VIRTUAL;

    /** The name in configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
