package dev.pinflow.connect.rds.reading;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as found in the database.
 *
 * @param columns those that are posted, in table order
 * @param keyPosition where the key column stands among them, from 0
 */
public record TableShape(PostingTable table, List<Column> columns, int keyPosition) {
    /** The statement that looks up this many keys; every identifier comes from the database's own metadata. */
    String lookUp(int keys) {
        return "SELECT " + selected() + " FROM " + quotedTable() + " WHERE " + quotedKey() + " IN (" + parameters(keys)
                + ")";
    }

    /**
     * The statement that reads rows in key order: from a key, to a key, this many.
     *
     * @param remainders how many remainders of the key's distance from a first key are wanted; 0 for every row. Their
     *     parameters come after the two keys: the first key, the divisor, then the remainders
     */
    String page(int remainders) {
        String wanted =
                remainders == 0 ? "" : " AND MOD(" + quotedKey() + " - ?, ?) IN (" + parameters(remainders) + ")";
        return "SELECT " + selected() + " FROM " + quotedTable() + " WHERE " + quotedKey() + " BETWEEN ? AND ?" + wanted
                + " ORDER BY " + quotedKey() + " LIMIT ?";
    }

    /** The statement that asks for the least and the greatest key. */
    String keyRange() {
        return "SELECT MIN(" + quotedKey() + "), MAX(" + quotedKey() + ") FROM " + quotedTable();
    }

    /** The statement that asks for the key and a checksum of the first row from a key on; nulls count as such. */
    String checksum() {
        String contents = columns.stream()
                .map(column -> "COALESCE(CAST(" + quote(column.name()) + " AS BINARY), 0x00)")
                .collect(Collectors.joining(", "));
        return "SELECT " + quotedKey() + ", CRC32(CONCAT_WS(0x1F, " + contents + ")) FROM " + quotedTable() + " WHERE "
                + quotedKey() + " >= ? ORDER BY " + quotedKey() + " LIMIT 1";
    }

    private String selected() {
        return columns.stream().map(column -> quote(column.name())).collect(Collectors.joining(", "));
    }

    private static String parameters(int count) {
        return String.join(", ", Collections.nCopies(count, "?"));
    }

    private String quotedTable() {
        return quote(table.table());
    }

    private String quotedKey() {
        return quote(columns.get(keyPosition).name());
    }

    private static String quote(String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }
}
