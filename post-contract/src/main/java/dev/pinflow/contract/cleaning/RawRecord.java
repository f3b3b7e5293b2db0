package dev.pinflow.contract.cleaning;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The top-level members of one raw object: each known column's JSON kind and literal text, and what else it had. */
final class RawRecord {
    /** What stood behind a member's name. */
    enum Kind {
        ABSENT,
        NULL,
        TEXT,
        /** Text that UTF-8 cannot hold: it has an escaped half of a surrogate pair. */
        BROKEN_TEXT,
        NUMBER,
        /** true, false, an array or an object. */
        OTHER
    }

    private final Columns columns;
    private final Kind[] kinds;
    private final String[] texts;
    private Set<String> unknown = Set.of();

    RawRecord(Columns columns) {
        this.columns = columns;
        this.kinds = new Kind[columns.count()];
        this.texts = new String[kinds.length];
        Arrays.fill(kinds, Kind.ABSENT);
    }

    /** Takes one member; text is the content of a string or the literal of a number, else the empty text. */
    void put(String name, Kind kind, String text) throws RejectedException {
        int place = columns.place(name);
        boolean first = place == Columns.NONE ? addUnknown(name) : put(place, kind, text);
        if (!first) {
            throw duplicate(name);
        }
    }

    /** Takes a column's value; false when it had one before. */
    boolean put(int place, Kind kind, String text) {
        boolean first = kinds[place] == Kind.ABSENT;
        kinds[place] = kind;
        texts[place] = text;
        return first;
    }

    private boolean addUnknown(String name) {
        if (unknown.isEmpty()) {
            unknown = new HashSet<>();
        }
        return unknown.add(name);
    }

    static RejectedException duplicate(String name) {
        return new RejectedException(
                RejectReason.DUPLICATE_MEMBER,
                name,
                "The member " + RejectedException.quoted(name) + " occurs twice in one object: send it once.");
    }

    Kind kind(int place) {
        return kinds[place];
    }

    /** The content of a text or the literal of a {@link Kind#NUMBER}. */
    String text(int place) {
        return texts[place];
    }

    Set<String> unknown() {
        return unknown;
    }
}
