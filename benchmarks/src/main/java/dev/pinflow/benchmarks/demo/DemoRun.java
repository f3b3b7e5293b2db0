package dev.pinflow.benchmarks.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** One measured demo. */
final class DemoRun {
    private static final long SAMPLE_MILLIS = 200;
    private static final double KIB_PER_MB = 1e6 / 1024;

    private DemoRun() {}

    /** Seconds per stage, seconds from launch to exit, and the peak of resident megabytes (10^6 bytes). */
    static Map<String, Double> of(Path clone, List<String> options) throws IOException, InterruptedException {
        Path output = Files.createTempDirectory("pinflow-benchmark");
        List<String> command =
                new ArrayList<>(List.of(clone.resolve("pinflow").toString(), "demo", "--output", output.toString()));
        command.addAll(options);
        long begin = System.nanoTime();
        Process demo = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(output.resolve("stderr").toFile())
                .start();
        double peak = 0;
        while (!demo.waitFor(SAMPLE_MILLIS, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, residentMegabytes(demo.toHandle()));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        if (demo.exitValue() != 0) {
            throw new IllegalStateException("The demo failed: " + Files.readString(output.resolve("stderr")));
        }
        Map<String, Double> figures = new LinkedHashMap<>();
        for (JsonNode stage :
                new ObjectMapper().readTree(output.resolve("timings.json").toFile())) {
            figures.put(stage.get("stage").asText() + " s", stage.get("seconds").asDouble());
        }
        figures.put("launch to exit s", seconds);
        figures.put("peak resident MB", peak);
        return figures;
    }

    private static double residentMegabytes(ProcessHandle demo) {
        return Stream.concat(Stream.of(demo), demo.descendants())
                .mapToDouble(process -> residentMegabytes(process.pid()))
                .sum();
    }

    private static double residentMegabytes(long pid) {
        return DemoBenchmark.lines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / KIB_PER_MB)
                .sum();
    }
}
