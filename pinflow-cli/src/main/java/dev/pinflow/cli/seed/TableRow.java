package dev.pinflow.cli.seed;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * One row as it is bound to a statement.
 *
 * @param cells in the order of the table's columns, the key first: Long, Double, Float or String, null for SQL NULL;
 *     date-times as {@code 2020-08-28 03:52:47}
 */
record TableRow(List<Object> cells) {
    static TableRow of(Object... cells) {
        return new TableRow(Collections.unmodifiableList(Arrays.asList(cells.clone())));
    }

    long index() {
        return (Long) cells.get(0);
    }
}
