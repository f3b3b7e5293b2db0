package dev.pinflow.connect.rds.reading;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/** What the tables hold at some positions. */
public final class PostingRows {
    private final List<Schema> schemas;
    private final List<Map<Long, Object>> values;

    PostingRows(List<Schema> schemas, List<Map<Long, Object>> values) {
        this.schemas = schemas;
        this.values = values;
    }

    /** In how many of the tables the position has a row. */
    public int tablesWith(long position) {
        int tables = 0;
        for (Map<Long, Object> table : values) {
            if (table.containsKey(position)) {
                tables++;
            }
        }
        return tables;
    }

    /** Whether a table has a row at a position. */
    public boolean has(int table, long position) {
        return values.get(table).containsKey(position);
    }

    /** The value of the row of a table, by the table's place in the configuration, at a position where it has one. */
    public Object value(int table, long position) {
        return values.get(table).get(position);
    }

    /** The schema of a table's values; null, as in a record of Connect's, if they have none. */
    public Schema schema(int table) {
        return schemas.get(table);
    }
}
