package dev.pinflow.connect.rds.schedule;

/** Every posting is due at once. */
record Unlimited() implements Schedule {
    @Override
    public long pauseNanos(long from, long to) {
        return 0;
    }

    @Override
    public double perSecondAt(long nanos) {
        return Double.NaN;
    }

    @Override
    public boolean isUnlimited() {
        return true;
    }
}
