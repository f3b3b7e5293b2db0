package dev.pinflow.contract.cleaning;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The top-level members of one raw object: each known column's JSON kind and literal text, and what else it had. */
final class RawRecord {
    /** What stood behind a member's name. */
    enum Kind {
        ABSENT,
        NULL,
        TEXT,
        NUMBER,
        /** true, false, an array or an object. */
        OTHER
    }

    /** The columns of an entity with their places; built once per entity. */
    static final class Columns {
        private final List<String> names;
        private final Map<String, Integer> places = new HashMap<>();

        Columns(List<String> names) {
            this.names = List.copyOf(names);
            for (int place = 0; place < names.size(); place++) {
                places.put(names.get(place), place);
            }
        }

        int place(String name) {
            return places.get(name);
        }
    }

    private final Columns columns;
    private final Kind[] kinds;
    private final String[] texts;
    private final Set<String> unknown = new HashSet<>(0);

    RawRecord(Columns columns) {
        this.columns = columns;
        this.kinds = new Kind[columns.names.size()];
        this.texts = new String[kinds.length];
        Arrays.fill(kinds, Kind.ABSENT);
    }

    /** Takes one member; text is the content of a string or the literal of a number, else the empty text. */
    void put(String name, Kind kind, String text) throws RejectedException {
        Integer place = columns.places.get(name);
        boolean first;
        if (place == null) {
            first = unknown.add(name);
        } else {
            first = kinds[place] == Kind.ABSENT;
            kinds[place] = kind;
            texts[place] = text;
        }
        if (!first) {
            throw duplicate(name);
        }
    }

    static RejectedException duplicate(String name) {
        return new RejectedException(
                RejectReason.DUPLICATE_MEMBER,
                name,
                "The member " + RejectedException.quoted(name) + " occurs twice in one object: send it once.");
    }

    String name(int place) {
        return columns.names.get(place);
    }

    Kind kind(int place) {
        return kinds[place];
    }

    /** The text of a {@link Kind#TEXT} or the literal of a {@link Kind#NUMBER}. */
    String text(int place) {
        return texts[place];
    }

    Set<String> unknown() {
        return unknown;
    }
}
