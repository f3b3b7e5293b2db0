package dev.pinflow.stack.mariadb;

import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/** Makes an empty database's system tables, as {@code mariadb-install-db} does, in about a second. */
final class Bootstrap {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    // With a socket user named, root can come in by the operating system's word alone, never without a password.
    private static final String BEGINNING = """
            create database mysql;
            use mysql;
            set @auth_root_socket='root';
            """;
    private static final List<String> SCRIPTS =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private Bootstrap() {}

    static void run(MariaDbProgram program, Path folder, Path log) throws IOException {
        Files.createDirectories(folder.resolve("data"));
        Path script = folder.resolve("bootstrap.sql");
        try (OutputStream output = Files.newOutputStream(script)) {
            output.write(BEGINNING.getBytes(StandardCharsets.UTF_8));
            for (String part : SCRIPTS) {
                Files.copy(program.share().resolve(part), output);
            }
        }
        ChildProcess child = ChildCommand.of(program.bootstrap(folder))
                .input(script)
                .log(log)
                .start();
        try (child) {
            OptionalInt exitCode = child.waitFor(LIMIT);
            if (exitCode.isEmpty()) {
                throw ChildAnswer.failure(
                        "MariaDB",
                        child,
                        "making its system tables took longer than %d s".formatted(LIMIT.toSeconds()));
            }
            if (exitCode.getAsInt() != 0) {
                throw ChildAnswer.failure(
                        "MariaDB", child, "making its system tables ended with exit code " + exitCode.getAsInt());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        Files.delete(script);
    }
}
