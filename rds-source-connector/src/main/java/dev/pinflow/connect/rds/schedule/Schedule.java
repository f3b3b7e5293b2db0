package dev.pinflow.connect.rds.schedule;

/** When each posting of a run is due; a pure function, without a clock. */
interface Schedule {
    /**
     * Nanoseconds from the start of the run until a posting is due.
     *
     * @param posting counted from 0 at the start of this run; later postings are never due earlier
     */
    long dueNanos(long posting);
}
