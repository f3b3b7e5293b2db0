package dev.pinflow.benchmarks.rds;

import dev.pinflow.benchmarks.stage.Broker;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.TemporaryFolder;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The database and the broker that all runs share, each a process of its own, and a folder for what runs leave. */
final class Stage implements AutoCloseable {
    private static final String USER = "benchmark";
    /** It guards made-up rows on 127.0.0.1 for as long as the benchmark runs. */
    private static final String PASSWORD = "benchmark";

    /** A binary log for Debezium, and memory for all rows. */
    private static final List<String> DATABASE_ARGUMENTS = List.of(
            "--log-bin=binlog",
            "--server-id=1",
            "--binlog-format=ROW",
            "--binlog-row-image=FULL",
            "--innodb-buffer-pool-size=1536M",
            "--innodb-log-file-size=512M");

    private final Path folder = Files.createTempDirectory("pinflow-benchmark");
    private final MariaDbServer mariadb;
    private final long rows;
    private Optional<Broker> broker = Optional.empty();

    /** @param data where the database lies; without it, in a folder that goes with the stage */
    Stage(Optional<Path> data, long rows) throws IOException {
        this.rows = rows;
        List<String> arguments = new ArrayList<>(DATABASE_ARGUMENTS);
        arguments.add("--init-file="
                + Files.writeString(folder.resolve("users.sql"), """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4;
                CREATE OR REPLACE USER '%2$s'@'127.0.0.1' IDENTIFIED BY '%3$s';
                GRANT ALL ON *.* TO '%2$s'@'127.0.0.1';
                """.formatted(Database.NAME, USER, PASSWORD)));
        mariadb = new MariaDbServer(data.orElse(folder.resolve("mariadb")), 0, arguments);
    }

    /** Starts both servers and sees to it that the tables are filled. */
    void set(Progress progress) throws SQLException {
        mariadb.start();
        progress.say("MariaDB listens on %s", mariadb.address());
        database().load(progress);
        broker = Optional.of(Broker.start(folder));
        progress.say("Kafka listens on %s", brokers());
    }

    Database database() {
        return new Database(mariadb.address(), USER, PASSWORD, rows);
    }

    String brokers() {
        return broker.orElseThrow().address();
    }

    /** A file or folder for a run's own use. */
    Path path(String name) {
        return folder.resolve(name);
    }

    /** Ends both servers and deletes what they and all runs have left. May be called again, and from a shutdown hook. */
    @Override
    public synchronized void close() {
        broker.ifPresent(Broker::close);
        mariadb.stop();
        try {
            TemporaryFolder.delete(folder);
        } catch (IOException e) {
            System.err.println("Delete " + folder + " by hand: " + e);
        }
    }
}
