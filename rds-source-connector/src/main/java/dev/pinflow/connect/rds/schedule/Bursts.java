package dev.pinflow.connect.rds.schedule;

/**
 * Some postings at once, then none until the mean rate holds again.
 *
 * @param perSecond the mean rate, above 0
 * @param size how many postings come at once, at least 1
 */
record Bursts(double perSecond, long size) implements Schedule {
    @Override
    public long pauseNanos(long from, long to) {
        return Schedule.pauseNanos((double) (to / size - from / size), size / perSecond * NANOS_PER_SECOND, 0, 0);
    }

    @Override
    public double perSecondAt(long nanos) {
        return perSecond;
    }
}
