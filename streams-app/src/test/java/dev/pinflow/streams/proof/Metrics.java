package dev.pinflow.streams.proof;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** One reading of {@code /metrics}. */
record Metrics(List<String> lines) {
    static Metrics of(Management management) throws IOException, InterruptedException {
        return new Metrics(management
                .get("/metrics", Duration.ofSeconds(10))
                .body()
                .lines()
                .toList());
    }

    /** The sum of all samples of that name whose labels hold the given text, such as {@code topic="user-x.pin"}. */
    long sum(String name, String label) {
        return Math.round(lines.stream()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum());
    }
}
