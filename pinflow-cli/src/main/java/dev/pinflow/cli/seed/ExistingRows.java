package dev.pinflow.cli.seed;

/** What becomes of rows that the tables hold already. */
public enum ExistingRows {
    /**
     * Rows of the posts to load are replaced; any other row is a reason to load nothing. Loading the same posts again
     * is harmless, and nobody's data is lost or mixed in.
     */
    KEEP_OUT_OF_OTHERS,
    /** The three tables are emptied first, in the same transaction as the load. */
    EMPTY_FIRST
}
