package dev.pinflow.connect.rds.reading;

/** What becomes of a posting that has rows in some of the tables only. */
public enum MissingRow {
    /** It is left out as a whole and counted: the stream goes on, incomplete data stays behind. */
    SKIP,
    /** The task fails: nothing is left out unnoticed, someone has to act. */
    FAIL
}
