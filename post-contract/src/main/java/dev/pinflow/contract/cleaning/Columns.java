package dev.pinflow.contract.cleaning;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of an entity with their places, which are those of the source table; built once per entity. */
final class Columns {
    /** The place of a name that is no column. */
    static final int NONE = -1;

    private final Map<String, Integer> places = new HashMap<>();

    /** The names as they stand in JSON, without the quote before but with the one behind. */
    private final byte[][] namesQuoted;

    Columns(List<String> names) {
        for (int place = 0; place < names.size(); place++) {
            places.put(names.get(place), place);
        }
        this.namesQuoted = names.stream()
                .map(name -> (name + '"').getBytes(StandardCharsets.US_ASCII))
                .toArray(byte[][]::new);
    }

    int count() {
        return namesQuoted.length;
    }

    /** The name's place, or {@link #NONE}. */
    int place(String name) {
        return places.getOrDefault(name, NONE);
    }

    /**
     * Which column's name, with the quote that ends it, stands at that place of the JSON text.
     *
     * @param expected the column that is looked for first, as most writers keep the table's order
     */
    int placeAt(byte[] json, int at, int expected) {
        if (expected < namesQuoted.length && isAt(json, at, namesQuoted[expected])) {
            return expected;
        }
        for (int place = 0; place < namesQuoted.length; place++) {
            if (isAt(json, at, namesQuoted[place])) {
                return place;
            }
        }
        return NONE;
    }

    /** How many bytes of JSON the column's name takes, with the quote that ends it. */
    int length(int place) {
        return namesQuoted[place].length;
    }

    private static boolean isAt(byte[] json, int at, byte[] name) {
        int end = at + name.length;
        return end <= json.length && Arrays.equals(json, at, end, name, 0, name.length);
    }
}
