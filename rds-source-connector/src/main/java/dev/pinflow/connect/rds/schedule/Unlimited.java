package dev.pinflow.connect.rds.schedule;

/** Every posting is due at once. */
record Unlimited() implements Schedule {
    @Override
    public long dueNanos(long posting) {
        return 0;
    }
}
