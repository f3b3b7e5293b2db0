package dev.pinflow.stack.process;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What to run as a {@link ChildProcess}, and where its input comes from and its output goes. Output that is not given
 * a place goes where this JVM's own goes. Used by one thread; may be started more than once.
 */
public final class ChildCommand {
    private static final Path NO_INPUT = Path.of("/dev/null");

    private final List<String> command;
    private final Map<String, String> environment = new TreeMap<>();
    private Optional<Path> directory = Optional.empty();
    private Optional<OutputStream> output = Optional.empty();
    private Optional<Path> outputFile = Optional.empty();
    private Optional<Path> errorFile = Optional.empty();
    private Path input = NO_INPUT;
    private Duration grace = Duration.ofSeconds(5);

    private ChildCommand(List<String> command) {
        this.command = List.copyOf(command);
    }

    /** The program, found as {@code execvp} finds it, and its arguments. */
    public static ChildCommand of(List<String> command) {
        return new ChildCommand(command);
    }

    public static ChildCommand of(String... command) {
        return new ChildCommand(List.of(command));
    }

    /** The working directory; without it the child has this JVM's. */
    public ChildCommand directory(Path folder) {
        this.directory = Optional.of(folder);
        return this;
    }

    /** Variables added to this JVM's own environment, or replacing some of it. */
    public ChildCommand environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** A file that becomes the child's standard input, which is empty otherwise. */
    public ChildCommand input(Path file) {
        this.input = file;
        return this;
    }

    /** Appends standard output and standard error to one file; folders are made as needed. */
    public ChildCommand log(Path file) {
        return outputTo(file).errorsTo(file);
    }

    /** Appends standard output to a file. */
    public ChildCommand outputTo(Path file) {
        this.outputFile = Optional.of(file);
        this.output = Optional.empty();
        return this;
    }

    /** Copies standard output to a stream, from a thread of its own; the stream is flushed but never closed. */
    public ChildCommand outputTo(OutputStream stream) {
        this.output = Optional.of(stream);
        this.outputFile = Optional.empty();
        return this;
    }

    /** Appends standard error to a file; it is the one that {@link ChildProcess#tail(int)} reads. */
    public ChildCommand errorsTo(Path file) {
        this.errorFile = Optional.of(file);
        return this;
    }

    /** How long the child has between TERM and KILL, rounded up to seconds; 5 s without a word. */
    public ChildCommand grace(Duration time) {
        this.grace = time;
        return this;
    }

    /**
     * Starts the child.
     *
     * @throws UncheckedIOException when the shell that guards it cannot be started or a log folder not be made; a
     *     program that does not exist shows as exit code 127 instead
     */
    public ChildProcess start() {
        List<String> guarded = new ArrayList<>(Guard.prefix(grace, input));
        guarded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(guarded);
        builder.environment().putAll(environment);
        directory.ifPresent(folder -> builder.directory(folder.toFile()));
        try {
            builder.redirectOutput(output.isPresent() ? ProcessBuilder.Redirect.PIPE : redirect(outputFile));
            builder.redirectError(redirect(errorFile));
            return new ChildProcess(builder.start(), output, errorFile, grace);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + command.get(0) + ": " + e.getMessage(), e);
        }
    }

    private static ProcessBuilder.Redirect redirect(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return ProcessBuilder.Redirect.INHERIT;
        }
        Path parent = file.get().toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        return ProcessBuilder.Redirect.appendTo(file.get().toFile());
    }
}
