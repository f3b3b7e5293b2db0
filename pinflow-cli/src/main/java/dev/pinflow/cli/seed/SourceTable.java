package dev.pinflow.cli.seed;

import static dev.pinflow.cli.seed.ColumnType.DATE_TIME;
import static dev.pinflow.cli.seed.ColumnType.FLOAT;
import static dev.pinflow.cli.seed.ColumnType.KEY;
import static dev.pinflow.cli.seed.ColumnType.TEXT;
import static dev.pinflow.cli.seed.ColumnType.WHOLE_NUMBER;

import dev.pinflow.contract.Entity;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The three tables that posts come from, with the column types of the data contract, section 1. */
public enum SourceTable {
    PINTEREST_DATA(
            "pinterest_data",
            Entity.PIN,
            List.of(KEY, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, WHOLE_NUMBER, TEXT, TEXT)),
    GEOLOCATION_DATA("geolocation_data", Entity.GEO, List.of(KEY, DATE_TIME, FLOAT, FLOAT, TEXT)),
    USER_DATA("user_data", Entity.USER, List.of(KEY, TEXT, TEXT, WHOLE_NUMBER, DATE_TIME));

    private final String tableName;
    private final Entity entity;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<ColumnType> types;

    SourceTable(String tableName, Entity entity, List<ColumnType> types) {
        this.tableName = tableName;
        this.entity = entity;
        this.types = types;
    }

    /** The table's name in the database. */
    public String tableName() {
        return tableName;
    }

    /** What one row of the table is posted as. */
    public Entity entity() {
        return entity;
    }

    /** The name that the table's rows have in a data folder, such as {@code pin.jsonl}. */
    public String fileName() {
        return entity.suffix() + ".jsonl";
    }

    List<String> columns() {
        return entity.columns();
    }

    List<ColumnType> types() {
        return types;
    }

    String keyColumn() {
        return entity.keyColumn();
    }

    String createStatement() {
        String columns = IntStream.range(0, types.size())
                .mapToObj(at -> quoted(columns().get(at)) + " " + types.get(at).sql())
                .collect(Collectors.joining(", "));
        return "CREATE TABLE IF NOT EXISTS " + tableName + " (" + columns
                + ") ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4";
    }

    String replaceStatement() {
        String columns = columns().stream().map(SourceTable::quoted).collect(Collectors.joining(", "));
        String places = String.join(", ", Collections.nCopies(types.size(), "?"));
        return "REPLACE INTO " + tableName + " (" + columns + ") VALUES (" + places + ")";
    }

    String selectKeysStatement() {
        return "SELECT " + quoted(keyColumn()) + " FROM " + tableName;
    }

    /** {@code index} and {@code timestamp} are words of SQL. */
    private static String quoted(String column) {
        return "`" + column + "`";
    }
}
