package dev.pinflow.connect.rds.sampling;

/**
 * Which position each posting takes. A position is a value of the tables' key column.
 *
 * <p>The answer depends on nothing but the mode, its seed and the number of the posting, so a run that is resumed,
 * repeated or divided over tasks takes the same positions. Not safe for use by several threads.
 */
public interface PostingOrder {
    /** How many postings there are; {@link Long#MAX_VALUE} where they never end. */
    long length();

    /**
     * The position of one posting. Asking in ascending order is cheap in every mode.
     *
     * @param posting from 0 to {@link #length()} - 1
     * @return a key value, which need not exist in the tables
     */
    long positionOf(long posting);
}
