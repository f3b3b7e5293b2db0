package dev.pinflow.connect.rds;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The connector as a worker's administrator installs it: its jar and its libraries in one folder. */
final class PluginFolder {
    private PluginFolder() {}

    /** Fills a plugin path with what the build has just packaged. */
    static void install(Path pluginPath) throws IOException {
        Path target = Path.of("target");
        Path plugin = Files.createDirectories(pluginPath.resolve("rds-source-connector"));
        for (Path jar : jars(target)) {
            Files.copy(jar, plugin.resolve(jar.getFileName()));
        }
        for (Path jar : jars(target.resolve("plugin-libraries"))) {
            Files.copy(jar, plugin.resolve(jar.getFileName()));
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars =
                    files.filter(file -> file.toString().endsWith(".jar")).toList();
            if (jars.isEmpty()) {
                throw new IllegalStateException(
                        "There is no jar in " + folder.toAbsolutePath() + "; run ./mvnw verify.");
            }
            return jars;
        }
    }
}
