package dev.pinflow.connect.rds.schedule;

/**
 * Postings at equal distances, the first one at the start.
 *
 * @param perSecond above 0
 */
record ConstantRate(double perSecond) implements Schedule {
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public long dueNanos(long posting) {
        return (long) (posting / perSecond * NANOS_PER_SECOND);
    }
}
