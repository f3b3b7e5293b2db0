package dev.pinflow.connect.rds.schedule;

/**
 * When each posting of the emulation is due; a pure function of its options, the seed and the posting's number, without a
 * clock.
 *
 * <p>Postings are counted from 0 over the whole emulation, all tasks together. Later postings are never due earlier, and
 * asking for any posting costs about the same. For one thread: implementations may remember what they computed last.
 */
interface Schedule {
    /** Where times end: 146 years. Half of what a long can hold, so that two of them can be added. */
    long MAX_NANOS = 1L << 62;

    double NANOS_PER_SECOND = 1e9;

    /**
     * Nanoseconds between two postings; exact however large their numbers are, as those of sparse keys can be.
     *
     * @param from not above {@code to}
     * @return at most {@link #MAX_NANOS}
     */
    long pauseNanos(long from, long to);

    /**
     * The wanted rate over all tasks.
     *
     * @param nanos time from the emulation's start
     * @return postings a second; NaN for as many as possible
     */
    double perSecondAt(long nanos);

    /** Nanoseconds from the emulation's start until its first posting is due. */
    default long startNanos() {
        return 0;
    }

    /** Nanoseconds from the emulation's start until a posting is due, at most {@link #MAX_NANOS}. */
    default long dueNanos(long posting) {
        return Math.min(MAX_NANOS, startNanos() + pauseNanos(0, posting));
    }

    /** Whether every posting is due at once. */
    default boolean isUnlimited() {
        return false;
    }

    /**
     * The pause between two postings of a schedule that repeats, such that rounding never makes a later one come earlier.
     *
     * @param turns complete repetitions between the beginnings of the turns that the postings lie in
     * @param turnNanos how long a turn takes
     * @param from where in its turn the first posting lies, in nanoseconds
     * @param to where in its turn the second posting lies
     */
    static long pauseNanos(double turns, double turnNanos, double from, double to) {
        double reached = Math.min(turns * turnNanos + to, (turns + 1) * turnNanos);
        return (long) Math.min(MAX_NANOS, Math.max(0, reached - from));
    }
}
