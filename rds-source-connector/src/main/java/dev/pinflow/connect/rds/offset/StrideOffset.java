package dev.pinflow.connect.rds.offset;

import java.util.Map;

/**
 * How far a stride has come.
 *
 * @param next the number of the stride's next posting
 * @param posted how many postings of the stride have been emitted so far
 */
public record StrideOffset(long next, long posted) {
    static final String NEXT = "next";
    static final String POSTED = "posted";

    /** The form in which Connect stores the offset. */
    public Map<String, Long> toMap() {
        return Map.of(NEXT, next, POSTED, posted);
    }
}
