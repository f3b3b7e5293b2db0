package dev.pinflow.streams.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import dev.pinflow.streams.proof.LatestPosts.Post;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The live answers in their two forms, topics and HTTP, against the batch computation. */
final class LiveAnswers {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Bytes of a group's name and its rows together. */
    private static final int LARGEST_ANSWER = 900_000;

    private static final Duration PAUSE = Duration.ofMillis(100);

    private LiveAnswers() {}

    /**
     * Waits until all of an instance's answers tell of everything before that moment.
     *
     * @return the earliest asOf of them
     * @throws IOException when they do not get that far in time, or the instance refuses an answer
     */
    static Instant awaitAsOf(Management management, Instant moment, Duration patience)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(patience);
        Instant earliest = Instant.MIN;
        while (!earliest.isAfter(moment)) {
            if (Instant.now().isAfter(end)) {
                throw new IOException("The answers' asOf is " + earliest + " after " + patience.toSeconds()
                        + " s, and should be later than " + moment);
            }
            Thread.sleep(PAUSE.toMillis());
            earliest = Instant.MAX;
            for (Report report : Report.LIVE) {
                Instant asOf = management.answer(report).asOf().orElse(Instant.MIN);
                earliest = asOf.isBefore(earliest) ? asOf : earliest;
            }
        }
        return earliest;
    }

    /** What the instance serves and the batch computation does not yield, or the other way round. */
    static List<String> served(Management management, List<Post> posts) throws IOException, InterruptedException {
        List<String> problems = new ArrayList<>();
        for (Report report : Report.LIVE) {
            List<String> expected = limited(BatchAnswers.of(report, posts)).values().stream()
                    .flatMap(List::stream)
                    .toList();
            List<String> served = management.answer(report).rows().stream()
                    .map(JsonNode::toString)
                    .toList();
            if (!served.equals(expected)) {
                problems.add("served " + report.id() + ": " + difference(expected, served));
            }
        }
        return problems;
    }

    /** A group is one record: rows are left out from the first on that does not fit, and a group whose name does not. */
    private static Map<String, List<String>> limited(Map<String, List<String>> answers) {
        Map<String, List<String>> limited = new LinkedHashMap<>();
        answers.forEach((group, rows) -> {
            int room = LARGEST_ANSWER - group.getBytes(UTF_8).length;
            int used = 1;
            List<String> fitting = new ArrayList<>();
            for (String row : rows) {
                // The comma before it, or the bracket behind the last one.
                used += row.getBytes(UTF_8).length + 1;
                if (used > room) {
                    break;
                }
                fitting.add(row);
            }
            if (room > 0) {
                limited.put(group, fitting);
            }
        });
        return limited;
    }

    /** What the answers' topics hold and the batch computation does not yield, or the other way round. */
    static List<String> published(String bootstrapServers, Topics topics, List<Post> posts) {
        List<String> problems = new ArrayList<>();
        for (Report report : Report.LIVE) {
            Map<String, List<String>> expected = new TreeMap<>(limited(BatchAnswers.of(report, posts)));
            Map<String, List<String>> published = new TreeMap<>(read(bootstrapServers, topics.answers(report)));
            if (!published.equals(expected)) {
                problems.add("topic " + topics.answers(report) + ": "
                        + difference(List.copyOf(expected.entrySet()), List.copyOf(published.entrySet())));
            }
        }
        return problems;
    }

    private static Map<String, List<String>> read(String bootstrapServers, String topic) {
        Map<String, List<String>> groups = new HashMap<>();
        try (CommittedEnd end = new CommittedEnd(bootstrapServers, List.of(topic))) {
            end.readAll(record -> {
                String group = new String(record.key(), UTF_8);
                if (record.value() == null) {
                    groups.remove(group);
                } else {
                    groups.put(group, rows(record.value()));
                }
            });
        }
        return groups;
    }

    private static List<String> rows(byte[] value) {
        try {
            List<String> rows = new ArrayList<>();
            JSON.readTree(value).forEach(row -> rows.add(row.toString()));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String difference(List<?> expected, List<?> found) {
        List<Object> missing = new ArrayList<>(expected);
        missing.removeAll(found);
        List<Object> strange = new ArrayList<>(found);
        strange.removeAll(expected);
        return "%d expected, %d found; missing %s; strange %s; %s"
                .formatted(
                        expected.size(),
                        found.size(),
                        shortened(missing),
                        shortened(strange),
                        missing.isEmpty() && strange.isEmpty() ? "the order differs" : "");
    }

    private static String shortened(List<Object> rows) {
        String text = rows.toString();
        return rows.size() + (text.length() <= 1000 ? text : text.substring(0, 1000) + "…");
    }
}
