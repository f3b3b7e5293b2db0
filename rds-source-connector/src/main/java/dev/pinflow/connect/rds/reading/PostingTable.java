package dev.pinflow.connect.rds.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * A table that has one row of every posting.
 *
 * @param name what the table's topic is called after the prefix: letters, digits, {@code .}, {@code _} and {@code -}
 * @param table the table's name in the database
 * @param keyColumn the column by which rows of the same posting are found
 * @param columns the columns that are posted beside the key column; empty for all
 */
public record PostingTable(String name, String table, String keyColumn, List<String> columns) {
    private static final Pattern FORM = Pattern.compile("([A-Za-z0-9._-]+):([^:,]+):([^:,]+)");

    /** A table of which all columns are posted. */
    public PostingTable(String name, String table, String keyColumn) {
        this(name, table, keyColumn, List.of());
    }

    /** Parses {@code name:table:key column}. */
    static PostingTable parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            throw new ConfigException(
                    TablesConfig.TABLES,
                    text,
                    "must have the form name:table:key column, such as geo:geolocation_data:ind.");
        }
        return new PostingTable(matcher.group(1), matcher.group(2), matcher.group(3));
    }

    PostingTable withColumns(List<String> listed) {
        return new PostingTable(name, table, keyColumn, List.copyOf(listed));
    }

    /** Whether a column is posted. Like the database, it takes no notice of case. */
    boolean posts(String column) {
        return columns.isEmpty()
                || column.equalsIgnoreCase(keyColumn)
                || columns.stream().anyMatch(column::equalsIgnoreCase);
    }

    @Override
    public String toString() {
        return name + ":" + table + ":" + keyColumn;
    }
}
