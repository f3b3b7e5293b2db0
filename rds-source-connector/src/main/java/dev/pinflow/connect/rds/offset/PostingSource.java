package dev.pinflow.connect.rds.offset;

/**
 * What postings are read from, as their offsets tell it.
 *
 * @param keys the positions over which they are counted, {@code least..greatest}; empty where unknown
 * @param tables a fingerprint of the tables; empty where unknown
 */
public record PostingSource(String keys, String tables) {
    /** Nothing is known. */
    public static final PostingSource UNKNOWN = new PostingSource("", "");
}
