package dev.pinflow.cli.cluster;

import dev.pinflow.cli.console.Failure;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder that Pinflow was built in: what the launcher script passes as {@code pinflow.home}. */
public final class Home {
    private static final Path FOLDER =
            Path.of(System.getProperty("pinflow.home", ".")).toAbsolutePath().normalize();

    private Home() {}

    /** The connector files. */
    public static Path connectorConfigs() {
        return existing("connector-configs");
    }

    /** The folder for a Connect worker's {@code plugin.path}. */
    public static Path plugins() {
        return existing("connect-plugins/target/plugins");
    }

    /** The folder of Spark's jars, its launcher and the report job. */
    public static Path spark() {
        return existing("spark-analytics/target/spark-home");
    }

    private static Path existing(String path) {
        Path folder = FOLDER.resolve(path);
        if (!Files.isDirectory(folder)) {
            throw new Failure(
                    "The folder " + folder + " is missing: run ./mvnw package, or start ./pinflow from its clone.");
        }
        return folder;
    }
}
