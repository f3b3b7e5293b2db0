package dev.pinflow.stack.connect;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The jars that a worker in a JVM of its own runs from: Kafka Connect's own, with a logging backend, and no connector,
 * since connectors come through the plugin path.
 *
 * @param jars in the order of the search, at least one
 */
public record WorkerClassPath(List<Path> jars) {
    private static final List<String> CONNECTOR_SERVICES = List.of(
            "META-INF/services/org.apache.kafka.connect.source.SourceConnector",
            "META-INF/services/org.apache.kafka.connect.sink.SinkConnector");

    public WorkerClassPath {
        if (jars.isEmpty()) {
            throw new IllegalArgumentException("A worker needs jars to run from, and none are named.");
        }
        jars = List.copyOf(jars);
    }

    /**
     * The Kafka version of this JVM: its class path without folders, which hold classes under development, and without
     * jars that offer connectors.
     */
    public static WorkerClassPath ofThisJvm() {
        return new WorkerClassPath(
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(Files::isRegularFile)
                        .filter(jar -> !offersConnectors(jar))
                        .toList());
    }

    /**
     * All jars of a folder, as the build copies them for another Kafka version.
     *
     * @throws UncheckedIOException when the folder cannot be listed
     */
    public static WorkerClassPath ofFolder(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new WorkerClassPath(files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The worker's jars cannot be listed; build the module whose target holds them: " + e, e);
        }
    }

    /** The same without the jars whose file names begin so, such as a driver that a plugin must bring itself. */
    public WorkerClassPath without(String... fileNames) {
        return new WorkerClassPath(jars.stream()
                .filter(jar -> Arrays.stream(fileNames)
                        .noneMatch(name -> jar.getFileName().toString().startsWith(name)))
                .toList());
    }

    /** As {@code java -cp} takes it. */
    String argument() {
        return jars.stream()
                .map(jar -> jar.toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static boolean offersConnectors(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return CONNECTOR_SERVICES.stream().anyMatch(service -> file.getEntry(service) != null);
        } catch (IOException e) {
            throw new UncheckedIOException(jar + " on the class path cannot be read: " + e, e);
        }
    }
}
