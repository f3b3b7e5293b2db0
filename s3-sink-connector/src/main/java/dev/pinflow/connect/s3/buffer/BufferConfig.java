package dev.pinflow.connect.s3.buffer;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * Where a task keeps what is not in S3 yet.
 *
 * @param memoryBytes heap for all objects of a task that are open or wait for their upload
 * @param folder takes what goes beyond it
 */
public record BufferConfig(long memoryBytes, Path folder) {
    static final String MEMORY = "buffer.memory.bytes";
    static final String FOLDER = "buffer.dir";

    private static final long LEAST_MEMORY = 1024L * 1024;

    public static void define(ConfigDef def) {
        def.define(
                MEMORY,
                ConfigDef.Type.LONG,
                64L * 1024 * 1024,
                Range.atLeast(LEAST_MEMORY),
                Importance.MEDIUM,
                "Heap in bytes, at least 1 MiB, for all objects of a task that are open or wait for their upload. Beyond"
                        + " it, objects of 5 MiB and more are uploaded in part, smaller ones go to buffer.dir;"
                        + " the task reads on only as fast as S3 takes them. Formats with columns hold more beside it."
                        + " New here.");
        def.define(
                FOLDER,
                ConfigDef.Type.STRING,
                "",
                Rules.accepted(BufferConfig::isFolder, "must be an absolute path to a folder, or one to be made"),
                Importance.LOW,
                "Folder for buffered records that do not fit in buffer.memory.bytes; made when it is needed, emptied"
                        + " when the task ends. Empty: the JVM's folder for temporary files. New here.");
    }

    /** Nothing spans several options. */
    public static void check(Findings findings) {}

    public static BufferConfig from(AbstractConfig config) {
        String folder = config.getString(FOLDER);
        return new BufferConfig(
                config.getLong(MEMORY), Path.of(folder.isBlank() ? System.getProperty("java.io.tmpdir") : folder));
    }

    private static boolean isFolder(String text) {
        try {
            Path path = Path.of(text);
            return text.isBlank() || (path.isAbsolute() && (Files.isDirectory(path) || !Files.exists(path)));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
