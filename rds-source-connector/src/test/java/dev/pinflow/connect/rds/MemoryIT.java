package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.stack.mariadb.MariaDbServer;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The task alone in a JVM with a heap of 64 MiB, over tables that are larger. The system property {@code pinflow.rows} says
 * how many rows each of the three has.
 */
class MemoryIT {
    private static final int ROWS = Integer.getInteger("pinflow.rows", 200_000);
    private static final int TEXT_LENGTH = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    @TempDir
    private static Path folder;

    private static MariaDbServer database;

    @BeforeAll
    static void fillDatabase() throws Exception {
        database = new MariaDbServer(folder.resolve("mariadb"), 0);
        database.start();
        PostingTables.create(database, ROWS, TEXT_LENGTH);
    }

    @AfterAll
    static void stopDatabase() {
        if (database != null) {
            database.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "struct"})
    void sweepsTablesThatAreLargerThanItsHeap(String format) throws Exception {
        assertFinishes(ROWS, "mode=sweep", "value.format=" + format);
    }

    @Test
    void samplesTablesThatAreLargerThanItsHeap() throws Exception {
        // Look-ups at random in a table that the database does not hold in memory are slow: the size of the table
        // counts.
        int postings = Math.min(ROWS / 4, 200_000);
        assertFinishes(postings, "mode=sample", "value.format=json", "seed=7", "postings.max=" + postings);
    }

    private static void assertFinishes(int postings, String... options) throws Exception {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        Path errors = folder.resolve("lone-task.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                System.getProperty("java.class.path"),
                LoneTask.class.getName(),
                Integer.toString(postings),
                "topic.prefix=user-lone",
                "connection.url=" + database.jdbcUrl(),
                "connection.user=" + database.user(),
                "connection.password=" + database.password()));
        command.addAll(List.of(options));
        try (ChildProcess task =
                ChildCommand.of(command).outputTo(output).errorsTo(errors).start()) {
            assertThat(task.waitFor(PATIENCE))
                    .as("exit code; %s", task.tail(30))
                    .hasValue(0);
        }
        String said = output.toString(StandardCharsets.UTF_8).strip();
        System.out.println(String.join(" ", options) + ": " + said);
        assertThat(said).startsWith(String.format(Locale.ROOT, "%,d postings, %,d records", postings, postings * 3));
    }
}
