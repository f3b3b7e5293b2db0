package dev.pinflow.streams.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.Entity;
import dev.pinflow.streams.proof.Posting.Fate;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Real rows through the service, column by column. They lie below the folder that {@code -Dpinflow.rows} names, in files
 * {@code pin.jsonl}, {@code geo.jsonl} and {@code user.jsonl} of one JSON object a line, and are no part of the project.
 */
@ExtendWith(SharedStack.class)
@EnabledIfSystemProperty(named = "pinflow.rows", matches = ".+")
class PublishedRowsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StreamsStack stack;

    PublishedRowsIT(StreamsStack stack) {
        this.stack = stack;
    }

    private record Row(Entity entity, JsonNode raw) {}

    @Test
    void everyRowIsCuratedAndEveryColumnIsAsTheContractSays() throws Exception {
        List<Row> rows = new ArrayList<>();
        try (Trial trial = new Trial(stack, 3);
                ServiceProcess service = trial.newInstance(Map.of())) {
            service.start();
            for (Path file : files(Path.of(System.getProperty("pinflow.rows")))) {
                rows.addAll(post(trial, file));
            }
            trial.flush();
            trial.awaitCleaned(PATIENCE);
            CleanedRecords records = trial.verify();
            trial.verifyServed(service, records);
            verifyColumns(trial, rows);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        List<String> names = Stream.of(Entity.values())
                .map(entity -> entity.suffix() + ".jsonl")
                .toList();
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> names.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static List<Row> post(Trial trial, Path file) throws IOException {
        String name = file.getFileName().toString();
        Entity entity = Stream.of(Entity.values())
                .filter(candidate -> name.startsWith(candidate.suffix()))
                .findFirst()
                .orElseThrow();
        List<Row> rows = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode raw = JSON.readTree(line);
            byte[] key = raw.get(entity.keyColumn()).asText().getBytes(StandardCharsets.US_ASCII);
            trial.post(Posting.of("row of " + name, entity, Fate.CURATED, key, line.getBytes(StandardCharsets.UTF_8)));
            rows.add(new Row(entity, raw));
        }
        System.out.printf("PublishedRowsIT: %,d rows in %s%n", rows.size(), file);
        return rows;
    }

    private void verifyColumns(Trial trial, List<Row> rows) {
        CuratedValues values = new CuratedValues(stack.registry());
        Map<String, Integer> nulls = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        int[] columns = {0};
        try (CommittedEnd end = new CommittedEnd(stack.kafka(), trial.topics().curated())) {
            end.readAll(record -> {
                int id = Posting.id(record.headers());
                GenericRecord curated = values.decode(record.value());
                Map<String, Object> expected =
                        ContractColumns.of(rows.get(id).entity(), rows.get(id).raw());
                assertThat(curated.getSchema().getFields().stream().map(field -> field.name()))
                        .containsExactlyElementsOf(expected.keySet());
                expected.forEach((column, value) -> {
                    columns[0]++;
                    Object found = curated.get(column);
                    if (value == null) {
                        nulls.merge(rows.get(id).entity().suffix() + "." + column, 1, Integer::sum);
                    }
                    if (!String.valueOf(value).equals(String.valueOf(found))) {
                        problems.add("row " + id + " " + column + ": expected " + value + ", found " + found);
                    }
                });
            });
        }
        System.out.printf(
                "  %,d columns of %,d rows compared, %d differ; null: %s%n",
                columns[0], rows.size(), problems.size(), nulls);
        assertThat(problems.stream().limit(20).toList()).isEmpty();
    }
}
