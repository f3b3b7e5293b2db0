package dev.pinflow.cli.seed;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/** Writes the rows of one table in batches, which the driver sends as statements of many rows. */
final class TableLoader {
    private static final int BATCH = 1000;

    private final Connection connection;
    private final SeedProgress progress;

    TableLoader(Connection connection, SeedProgress progress) {
        this.connection = connection;
        this.progress = progress;
    }

    /** Writes all rows of a table and tells how many there were. */
    long load(SourceTable table, PostSource source) throws SQLException {
        long total = source.rows(table);
        long done = 0;
        try (Stream<TableRow> rows = source.open(table);
                PreparedStatement statement = connection.prepareStatement(table.replaceStatement())) {
            Iterator<TableRow> remaining = rows.iterator();
            while (remaining.hasNext()) {
                bind(statement, remaining.next());
                done++;
                if (done % BATCH == 0 || !remaining.hasNext()) {
                    statement.executeBatch();
                    progress.loaded(table, done, total);
                }
            }
        }
        if (done == 0) {
            progress.loaded(table, 0, total);
        }
        return done;
    }

    private static void bind(PreparedStatement statement, TableRow row) throws SQLException {
        List<Object> cells = row.cells();
        for (int place = 0; place < cells.size(); place++) {
            statement.setObject(place + 1, cells.get(place));
        }
        statement.addBatch();
    }
}
