package dev.pinflow.connect.rds.reading;

/** What happens when the tables are no longer those from which the stored offsets were posted. */
public enum TableChange {
    /** The emulation goes on over the new rows and says so in the log: nothing stops, but it is no repetition any more. */
    WARN,
    /** The task fails: a repetition is what it claims to be, someone has to act when rows were added. */
    FAIL,
    /** Nobody looks: saves some dozens of look-ups at each start, for tables that are written to all the time. */
    IGNORE
}
