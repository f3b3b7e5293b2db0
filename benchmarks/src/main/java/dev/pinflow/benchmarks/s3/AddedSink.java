package dev.pinflow.benchmarks.s3;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Another sink, to be measured beside Pinflow's. */
final class AddedSink {
    @Option(
            names = "--connector-class",
            description =
                    "Another sink's class. It gets the options of the case json, unless --config replaces them, and has to "
                            + "make one object of 10000 records.")
    private Optional<String> connector = Optional.empty();

    @Option(names = "--plugin-path", description = "A folder that has its plugin's folder in it.")
    private Optional<String> plugins = Optional.empty();

    @Option(names = "--name", defaultValue = "other", description = "What its case is called.")
    private String name = "";

    @Option(
            names = "--input",
            defaultValue = "EVENTS",
            description = "What it reads; ENVELOPES go with the options of struct-json.")
    private Input input = Input.EVENTS;

    @Option(
            names = "--config",
            description =
                    "More of its options: key=value, or a JSON file as the REST API takes it, any number of times. "
                            + "{endpoint}, {bucket}, {access-key} and {secret-key} are filled in.")
    private List<String> options = List.of();

    @Option(
            names = "--delay",
            defaultValue = "0",
            description = "Milliseconds that each of its S3 requests takes longer.")
    private int delay;

    /** What is added to the worker's plugin path. */
    List<String> plugins() {
        return plugins.stream().toList();
    }

    Optional<SinkCase> toCase() throws IOException {
        return connector.isPresent() ? Optional.of(toCase(connector.get())) : Optional.empty();
    }

    private SinkCase toCase(String connectorClass) throws IOException {
        Map<String, String> more = new HashMap<>();
        more.put("connector.class", connectorClass);
        for (String option : options) {
            int equals = option.indexOf('=');
            if (equals > 0) {
                more.put(option.substring(0, equals), option.substring(equals + 1));
            } else {
                readFile(Path.of(option), more);
            }
        }
        SinkCase base = input == Input.EVENTS ? SinkCases.json() : SinkCases.structJson();
        return base.named(name)
                .delayed(Duration.ofMillis(delay))
                .expecting(Expectation.COUNT)
                .with(more);
    }

    private static void readFile(Path file, Map<String, String> options) throws IOException {
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        (json.has("config") ? json.get("config") : json)
                .properties()
                .forEach(
                        option -> options.put(option.getKey(), option.getValue().asText()));
    }
}
