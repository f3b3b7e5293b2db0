package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same postings again, from the beginning or from anywhere. */
class ReplayIT {
    private static final int ROWS = 400;

    @TempDir
    private static Path folder;

    private static SourceStack stack;

    @BeforeAll
    static void startStack() throws Exception {
        stack = SourceStack.start(folder, SourceStack.ownKafka(), Map.of("offset.flush.interval.ms", "200"));
        PostingTables.create(stack.database(), ROWS, 50);
    }

    @AfterAll
    static void stopStack() {
        stack.close();
    }

    /** All of a record but its topic and offset, as transaction markers take offsets too. */
    private static String describe(ConsumerRecord<String, String> record) {
        String headers = Arrays.stream(record.headers().toArray())
                .map(header -> header.key() + "=" + new String(header.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining(","));
        return record.partition() + " " + record.timestamp() + " " + record.key() + " " + record.value() + " "
                + headers;
    }

    /** By partition; within each in the order of the topic. */
    private static List<String> describe(String prefix, String name) {
        return stack.records(prefix, name).stream()
                .sorted(Comparator.comparing(ConsumerRecord::partition))
                .map(ReplayIT::describe)
                .toList();
    }

    private static List<Integer> postings(String prefix) {
        return stack.records(prefix, "pin").stream()
                .map(Ledger::posting)
                .sorted()
                .toList();
    }

    private static void awaitPostings(String prefix, List<Integer> expected) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(postings(prefix)).isEqualTo(expected));
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.range(from, to).boxed().toList();
    }

    @Test
    void twoRunsByAVirtualClockGiveTheSameBytes() throws Exception {
        Map<String, String> options = Map.of(
                "mode", "shuffle",
                "seed", "7",
                "schedule", "poisson",
                "postings.per.second", "0.5",
                "clock", "virtual",
                "clock.start", "2026-01-01T00:00:00Z",
                "clock.speed", "0");
        stack.deploy("user-first", options);
        stack.deploy("user-second", options);
        stack.awaitPosted("user-first", ROWS);
        stack.awaitPosted("user-second", ROWS);

        for (String name : Ledger.TOPICS) {
            assertThat(describe("user-first", name))
                    .hasSize(ROWS)
                    .isEqualTo(describe("user-second", name))
                    .anySatisfy(record -> assertThat(record).contains("pinflow.mode=shuffle,pinflow.seed=7"));
        }
        assertThat(postings("user-first")).isEqualTo(range(0, ROWS));
        assertThat(stack.records("user-first", "pin").stream().map(ConsumerRecord::key))
                .doesNotHaveDuplicates();
    }

    /** The user's JSON has the members of partitions in another order than the connector. */
    @Test
    void goesOnFromAlteredOffsetsAndAgainFromTheStart() throws Exception {
        stack.deploy("user-seek", Map.of("postings.max", "100"));
        awaitPostings("user-seek", range(0, 100));

        stack.connect().stop("user-seek");
        stack.connect()
                .alterOffsets(
                        "user-seek",
                        IntStream.range(0, 8)
                                .mapToObj(stride -> """
                                        {"partition": {"stride": "%d", "emulation": "user-seek"}, \
                                        "offset": {"posted": 0, "next": %d}}""".formatted(stride, 80 + stride))
                                .collect(Collectors.joining(",", "{\"offsets\": [", "]}")));
        stack.connect().resume("user-seek");
        List<Integer> repeated =
                range(0, 120).stream().map(i -> i < 100 ? i : i - 20).sorted().toList();
        awaitPostings("user-seek", repeated);

        stack.connect().stop("user-seek");
        stack.connect().resetOffsets("user-seek");
        stack.connect().resume("user-seek");
        awaitPostings(
                "user-seek",
                Stream.concat(repeated.stream(), range(0, 100).stream())
                        .sorted()
                        .toList());
    }
}
