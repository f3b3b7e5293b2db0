package dev.pinflow.connect.rds.offset;

import java.util.Map;

/**
 * How far a stride has come.
 *
 * @param next the number of the stride's next posting
 * @param posted how many postings of the stride have been emitted so far
 * @param tables the fingerprint of the tables that they were read from; empty where none is known
 */
public record StrideOffset(long next, long posted, String tables) {
    static final String NEXT = "next";
    static final String POSTED = "posted";
    static final String TABLES = "tables";

    /** The form in which Connect stores the offset. */
    public Map<String, Object> toMap() {
        return tables.isEmpty()
                ? Map.of(NEXT, next, POSTED, posted)
                : Map.of(NEXT, next, POSTED, posted, TABLES, tables);
    }
}
