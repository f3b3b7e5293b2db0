package dev.pinflow.benchmarks.stage;

import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** Where workers find plugins. */
public final class Plugins {
    private Plugins() {}

    /** @param folders each with one folder a plugin, relative to this module's, in which benchmarks are run */
    public static String path(Collection<String> folders) {
        return folders.stream()
                .map(folder -> Path.of(folder).toAbsolutePath().normalize().toString())
                .collect(Collectors.joining(","));
    }
}
