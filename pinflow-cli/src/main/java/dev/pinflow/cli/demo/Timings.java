package dev.pinflow.cli.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** How long the stages of a demo took, in wall seconds. */
final class Timings {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    /**
     * One stage.
     *
     * @param stage its name
     * @param seconds wall time, to the millisecond
     * @param records what passed through it, 0 where nothing is counted
     */
    record Stage(String stage, double seconds, long records) {}

    private final long begin = System.nanoTime();
    private final List<Stage> stages = new ArrayList<>();

    <T> T measure(String stage, Callable<T> work) throws Exception {
        long start = System.nanoTime();
        T result = work.call();
        add(stage, (System.nanoTime() - start) / 1e9, 0);
        return result;
    }

    synchronized void add(String stage, double seconds, long records) {
        stages.add(new Stage(stage, Math.round(seconds * 1e3) / 1e3, records));
    }

    synchronized void save(Path file) {
        List<Stage> all = new ArrayList<>(stages);
        all.add(new Stage("total", Math.round((System.nanoTime() - begin) / 1e6) / 1e3, 0));
        try {
            JSON.writeValue(file.toFile(), all);
        } catch (IOException e) {
            throw new UncheckedIOException("The timings cannot be written to " + file + ".", e);
        }
    }
}
