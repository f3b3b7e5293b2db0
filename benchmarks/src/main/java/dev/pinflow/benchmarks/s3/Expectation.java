package dev.pinflow.benchmarks.s3;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a sink's objects must be like. Only whole objects are: inputs are multiples of their size. */
enum Expectation {
    /** The sink makes none. */
    NOTHING {
        @Override
        long objects(Input input, long perPartition) {
            return 0;
        }
    },
    /** Only how many there are is known. */
    COUNT,
    /** Those that Confluent's sink 12.1.9 made of these records, to the byte. */
    LISTED {
        @Override
        Optional<SortedMap<String, String>> contents(Input input, long perPartition) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                    Expectation.class.getResourceAsStream("json-objects.tsv"), StandardCharsets.UTF_8))) {
                return Optional.of(lines.lines()
                        .map(line -> line.split("\t", 2))
                        .filter(line -> firstOffset(line[0]) < perPartition)
                        .collect(Collectors.toMap(
                                line -> "topics/" + line[0], line -> line[1], (one, other) -> one, TreeMap::new)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    },
    /** The records' bytes, each with a line break behind. */
    VERBATIM {
        @Override
        Optional<SortedMap<String, String>> contents(Input input, long perPartition) {
            SortedMap<String, String> contents = new TreeMap<>();
            for (int topic = 0; topic < Input.TOPICS; topic++) {
                for (int partition = 0; partition < Input.PARTITIONS; partition++) {
                    for (long first = 0; first < perPartition; first += FLUSH_SIZE) {
                        String name = input.topic(topic);
                        contents.put(
                                "topics/%1$s/partition=%2$d/%1$s+%2$d+%3$010d.json".formatted(name, partition, first),
                                Store.describe(lines(input, topic, partition, first)));
                    }
                }
            }
            return Optional.of(contents);
        }
    };

    static final long FLUSH_SIZE = 10_000;

    /** How many objects are to be there. */
    long objects(Input input, long perPartition) {
        return Input.TOPICS * Input.PARTITIONS * (perPartition / FLUSH_SIZE);
    }

    /** What {@link Store#contents} is to tell, if it is known. */
    Optional<SortedMap<String, String>> contents(Input input, long perPartition) {
        return Optional.empty();
    }

    /** @throws IllegalStateException naming the first object that differs */
    void check(Map<String, String> stored, Input input, long perPartition) {
        if (stored.size() != objects(input, perPartition)) {
            throw new IllegalStateException(
                    "there are %d objects instead of %d".formatted(stored.size(), objects(input, perPartition)));
        }
        contents(input, perPartition)
                .ifPresent(expected -> expected.forEach((key, content) -> {
                    if (!content.equals(stored.get(key))) {
                        throw new IllegalStateException(
                                "%s is '%s' instead of '%s'".formatted(key, stored.get(key), content));
                    }
                }));
    }

    private static long firstOffset(String key) {
        return Long.parseLong(key.substring(key.lastIndexOf('+') + 1, key.lastIndexOf('.')));
    }

    private static byte[] lines(Input input, int topic, int partition, long first) {
        StringBuilder lines = new StringBuilder();
        for (long id = first; id < first + FLUSH_SIZE; id++) {
            lines.append(input.event(topic, partition, id).json()).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
