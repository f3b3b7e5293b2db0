package dev.pinflow.connect.rds.offset;

import java.util.Map;

/**
 * How far a stride has come.
 *
 * @param next the number of the stride's next posting
 * @param posted how many postings of the stride have been emitted so far
 * @param source what they were read from
 */
record StrideOffset(long next, long posted, PostingSource source) {
    static final String NEXT = "next";
    static final String POSTED = "posted";
    static final String KEYS = "keys";
    static final String TABLES = "tables";

    /** The form in which Connect stores the offset. */
    Map<String, Object> toMap() {
        if (source.keys().isEmpty()) {
            return Map.of(NEXT, next, POSTED, posted);
        }
        return Map.of(NEXT, next, POSTED, posted, KEYS, source.keys(), TABLES, source.tables());
    }
}
