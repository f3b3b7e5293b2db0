package dev.pinflow.connect.rds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The connector as a worker's administrator installs it: its jar and its libraries in one folder. */
final class PluginFolder {
    private static final Path BUILT = Path.of("target", "plugins", "rds-source");

    private PluginFolder() {}

    /** Fills a plugin path with what the build has just packaged. */
    static void install(Path pluginPath) throws IOException {
        Path plugin = Files.createDirectories(pluginPath.resolve("rds-source-connector"));
        try (Stream<Path> files = Files.list(BUILT)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            if (jars.isEmpty()) {
                throw new IllegalStateException(
                        "There is no jar in " + BUILT.toAbsolutePath() + "; run ./mvnw verify.");
            }
            for (Path jar : jars) {
                Files.copy(jar, plugin.resolve(jar.getFileName()));
            }
        }
    }
}
