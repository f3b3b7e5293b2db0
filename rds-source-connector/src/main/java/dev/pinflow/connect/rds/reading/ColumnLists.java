package dev.pinflow.connect.rds.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/** The columns to post, as listed in the option {@value TablesConfig#COLUMNS}. */
final class ColumnLists {
    private ColumnLists() {}

    /**
     * Gives each table the columns that are listed for it.
     *
     * @param entries each {@code name.column}, where the name is one of the tables'
     * @throws ConfigException if an entry has another form or names no table
     */
    static List<PostingTable> apply(List<PostingTable> tables, List<String> entries) {
        List<List<String>> listed = new ArrayList<>();
        tables.forEach(table -> listed.add(new ArrayList<>()));
        for (String entry : entries) {
            int table = tableOf(entry.strip(), tables);
            listed.get(table)
                    .add(entry.strip().substring(tables.get(table).name().length() + 1));
        }
        List<PostingTable> applied = new ArrayList<>();
        for (int table = 0; table < tables.size(); table++) {
            applied.add(tables.get(table).withColumns(listed.get(table)));
        }
        return applied;
    }

    /** Names may hold dots, so the longest name that fits is meant. */
    private static int tableOf(String entry, List<PostingTable> tables) {
        Optional<PostingTable> table = tables.stream()
                .filter(candidate -> entry.startsWith(candidate.name() + ".")
                        && entry.length() > candidate.name().length() + 1)
                .max(Comparator.comparingInt(candidate -> candidate.name().length()));
        if (table.isEmpty()) {
            throw new ConfigException(
                    TablesConfig.COLUMNS,
                    entry,
                    "must have the form name.column, such as pin.title, with one of the names in "
                            + TablesConfig.TABLES + ": "
                            + String.join(
                                    ", ",
                                    tables.stream().map(PostingTable::name).toList()) + ".");
        }
        return tables.indexOf(table.get());
    }
}
