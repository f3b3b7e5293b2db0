package dev.pinflow.analytics.posts;

import java.util.List;

/**
 * How many records the topics held, and what became of them.
 *
 * @param matched how many distinct {@code ind} all three tables know
 * @param tables in the order pin, geo, user
 */
public record Census(long matched, List<Table> tables) {
    /**
     * One table's part.
     *
     * @param name {@code pin}, {@code geo} or {@code user}
     * @param records records in the topic's objects, re-posts included
     * @param distinct how many different {@code ind} they have
     * @param conflicts how many {@code ind} have records that differ in a column that the reports read
     * @param orphans how many {@code ind} are missing in at least one other table
     */
    public record Table(String name, long records, long distinct, long conflicts, long orphans) {
        /** Records that repeat an {@code ind} already there. */
        public long reposts() {
            return records - distinct;
        }
    }
}
