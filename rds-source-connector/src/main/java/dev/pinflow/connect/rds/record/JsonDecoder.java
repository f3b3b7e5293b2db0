package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.TableShape;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;

/** Rows as compact JSON objects in UTF-8, with the table's columns as members in table order. */
final class JsonDecoder implements RowDecoder {
    private static final byte[] END = {'}'};

    /** For each column what comes before its value: a brace or comma, its name, a colon. */
    private final byte[][] beginnings;

    private final JsonColumn[] columns;
    private final JsonBuffer json = new JsonBuffer();

    JsonDecoder(TableShape table, TypesConfig types) {
        List<Column> shape = table.columns();
        beginnings = new byte[shape.size()][];
        columns = new JsonColumn[shape.size()];
        for (int i = 0; i < columns.length; i++) {
            beginnings[i] = beginning(i == 0 ? '{' : ',', shape.get(i).name());
            columns[i] = JsonColumn.of(shape.get(i), types);
        }
    }

    @Override
    public Schema schema() {
        return Schema.BYTES_SCHEMA;
    }

    @Override
    public byte[] decode(ResultSet row) throws SQLException {
        json.clear();
        for (int i = 0; i < columns.length; i++) {
            json.raw(beginnings[i]);
            columns[i].write(row, i + 1, json);
        }
        json.raw(END);
        return json.toBytes();
    }

    private static byte[] beginning(char first, String name) {
        JsonBuffer json = new JsonBuffer();
        json.raw(new byte[] {(byte) first});
        json.writeText(name.getBytes(StandardCharsets.UTF_8));
        json.raw(new byte[] {':'});
        return json.toBytes();
    }
}
