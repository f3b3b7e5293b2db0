package dev.pinflow.connect.rds.reading;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A table as found in the database.
 *
 * @param columns all of them, in table order
 * @param keyPosition where the key column stands among them, from 0
 */
public record TableShape(PostingTable table, List<Column> columns, int keyPosition) {
    /** The statement that looks up this many keys; every identifier comes from the database's own metadata. */
    String lookUp(int keys) {
        String selected = columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
        String parameters = IntStream.range(0, keys).mapToObj(key -> "?").collect(Collectors.joining(", "));
        return "SELECT " + selected + " FROM " + quote(table.table()) + " WHERE " + quotedKey() + " IN (" + parameters
                + ")";
    }

    /** The statement that asks for the least and the greatest key. */
    String keyRange() {
        return "SELECT MIN(" + quotedKey() + "), MAX(" + quotedKey() + ") FROM " + quote(table.table());
    }

    private String quotedKey() {
        return quote(columns.get(keyPosition).name());
    }

    private static String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }
}
