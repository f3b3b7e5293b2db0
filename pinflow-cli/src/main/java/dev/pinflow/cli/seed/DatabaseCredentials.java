package dev.pinflow.cli.seed;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * The file {@code db_creds.yaml} with lines {@code HOST: …}, {@code USER: …} and {@code PASSWORD: …}. It is read as
 * Kafka's FileConfigProvider reads it, as properties, so that the pipeline and this command see the same values.
 */
final class DatabaseCredentials {
    private static final String DEFAULT_PORT = "3306";
    private static final String DATABASE = "pinterest_data";

    private final Path path;
    private final Properties entries;

    private DatabaseCredentials(Path path, Properties entries) {
        this.path = path;
        this.entries = entries;
    }

    static DatabaseCredentials read(Path path) {
        Properties entries = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            entries.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new SeedException(
                    "Cannot read credentials from " + path + ": give a file with lines HOST:, USER: and PASSWORD:.", e);
        }
        return new DatabaseCredentials(path, entries);
    }

    String jdbcUrl() {
        String host = required("HOST");
        return "jdbc:mysql://" + (host.contains(":") ? host : host + ":" + DEFAULT_PORT) + "/" + DATABASE;
    }

    String user() {
        return required("USER");
    }

    String password() {
        return required("PASSWORD");
    }

    private String required(String entry) {
        return Optional.ofNullable(entries.getProperty(entry))
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> new SeedException(path + " has no " + entry + ": add a line '" + entry + ": …'."));
    }
}
