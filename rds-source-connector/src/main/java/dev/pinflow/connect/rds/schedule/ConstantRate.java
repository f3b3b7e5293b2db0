package dev.pinflow.connect.rds.schedule;

/**
 * Postings at equal distances.
 *
 * @param perSecond above 0
 */
record ConstantRate(double perSecond) implements Schedule {
    @Override
    public long pauseNanos(long from, long to) {
        return Schedule.pauseNanos((double) (to - from), NANOS_PER_SECOND / perSecond, 0, 0);
    }

    @Override
    public double perSecondAt(long nanos) {
        return perSecond;
    }
}
