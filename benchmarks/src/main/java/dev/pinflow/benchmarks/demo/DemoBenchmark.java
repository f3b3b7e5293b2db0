package dev.pinflow.benchmarks.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs {@code ./pinflow demo} several times, one after the other, and prints each stage's seconds and the resident
 * memory of all its processes together at the peak, with medians. Linux only: memory is read from {@code /proc}.
 *
 * <p>Arguments: the clone's folder, the number of runs, then options for the demo.
 */
public final class DemoBenchmark {
    private DemoBenchmark() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("Usage: DemoBenchmark <clone> <runs> [demo options]");
            System.exit(2);
        }
        Path clone = Path.of(arguments[0]).toAbsolutePath().normalize();
        int runs = Integer.parseInt(arguments[1]);
        List<String> options = List.of(arguments).subList(2, arguments.length);
        Map<String, List<Double>> figures = new TreeMap<>();
        for (int run = 0; run < runs; run++) {
            DemoRun.of(clone, options)
                    .forEach((name, value) -> figures.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(value));
        }
        figures.forEach(DemoBenchmark::print);
    }

    private static void print(String name, List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        System.out.printf(Locale.ROOT, "%-24s median %8.2f   runs %s%n", name, sorted.get(sorted.size() / 2), values);
    }

    /** Reads a small file of the proc file system; empty when its process has ended. */
    static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException ended) {
            return List.of();
        }
    }
}
