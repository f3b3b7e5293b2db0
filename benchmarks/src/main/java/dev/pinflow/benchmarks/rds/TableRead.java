package dev.pinflow.benchmarks.rds;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Reads the three tables, one after the other, and does nothing with their values. Arguments: the file for rows a second
 * and CPU microseconds a row, then the database. The span measured begins with the first query, on an open connection.
 */
final class TableRead {
    private TableRead() {}

    public static void main(String[] arguments) throws SQLException, IOException {
        Database database = Database.ofArguments(List.of(arguments).subList(1, arguments.length));
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Sum sum = new Sum();
        try (Connection connection = database.connect()) {
            long begin = System.nanoTime();
            long cpu = system.getProcessCpuTime();
            for (PostTable table : PostTable.values()) {
                TableRows.read(connection, table, sum);
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            double micros = (system.getProcessCpuTime() - cpu) / 1e3;
            if (sum.rows != database.rows() * PostTable.values().length || sum.content == 0) {
                throw new IllegalStateException("The tables hold " + sum.rows + " rows.");
            }
            Files.writeString(Path.of(arguments[0]), sum.rows / seconds + " " + micros / sum.rows);
        }
    }

    /** Uses every value, so that none is optimised away. */
    private static final class Sum implements TableRows.Taker {
        private long rows;
        private long content;

        @Override
        public void number(String column, long value) {
            content += value;
        }

        @Override
        public void number(String column, float value) {
            content += Float.floatToRawIntBits(value);
        }

        @Override
        public void text(String column, String value) {
            content += value.length();
        }

        @Override
        public void time(String column, LocalDateTime value) {
            content += value.getSecond();
        }

        @Override
        public void end(long key) {
            rows++;
        }
    }
}
