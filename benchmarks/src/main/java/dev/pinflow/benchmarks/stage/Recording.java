package dev.pinflow.benchmarks.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A flight recording of a JVM's whole life. */
public final class Recording {
    private Recording() {}

    /** The options of a JVM that writes the recording into this folder when it ends, and makes the folder. */
    public static List<String> options(Path folder, String name) throws IOException {
        Path file = file(Files.createDirectories(folder), name).toAbsolutePath();
        return List.of("-XX:StartFlightRecording=dumponexit=true,settings=profile,filename=" + file);
    }

    public static Path file(Path folder, String name) {
        return folder.resolve(name + ".jfr");
    }
}
