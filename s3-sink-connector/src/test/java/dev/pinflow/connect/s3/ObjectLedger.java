package dev.pinflow.connect.s3;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of each record that the topics hold for readers of committed records. Each is told by its value, JSON with
 * a member {@code "number"} that no other record of its topic has; records without a value are not expected anywhere.
 *
 * @param rows one for each topic partition, and for partitions that objects pretend to be of
 * @param openUploads multipart uploads that are neither complete nor aborted
 */
record ObjectLedger(List<Row> rows, int openUploads) {
    private static final Pattern NUMBER = Pattern.compile("number\"?\\s*:\\s*(\\d+)");
    private static final Pattern NAME = Pattern.compile("([^/+]+)\\+(\\d+)\\+\\d+(\\.[a-z]+)+$");
    private static final String LINE = "%-28s %12s %12s %10s %10s %10s %9s %12s%n";

    /**
     * @param expected records in the topic partition
     * @param once of those, are in one object, one time
     * @param missing of those, are in none
     * @param repeated of those, are there more than once
     * @param strange lines that are not of a record of this partition
     * @param objects of which the lines are
     * @param bytes of all these objects
     */
    record Row(
            String partition,
            long expected,
            long once,
            long missing,
            long repeated,
            long strange,
            long objects,
            long bytes) {}

    /** Compares the topics as they are now to all objects below the bucket's {@code topics} folder, which are of lines. */
    static ObjectLedger read(Topics topics, Bucket bucket, String... names) {
        return read(topics, bucket, content -> new String(content, StandardCharsets.UTF_8).lines(), names);
    }

    /** @param lines tells a text of each record in an object, with {@code number: 7} or {@code "number":7} in it */
    static ObjectLedger read(Topics topics, Bucket bucket, Function<byte[], Stream<String>> lines, String... names) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        for (String name : names) {
            topics.read(name, record -> {
                if (record.value() != null) {
                    tallies.computeIfAbsent(name + "-" + record.partition(), key -> new Tally())
                            .expect(number(record.value()));
                }
            });
        }
        for (String name : names) {
            bucket.sizes("topics/" + name + "/").keySet().forEach(key -> {
                Matcher parts = NAME.matcher(key);
                String partition = parts.find() ? parts.group(1) + "-" + parts.group(2) : key;
                tallies.computeIfAbsent(partition, unknown -> new Tally()).count(bucket.bytes(key), lines);
            });
        }
        return new ObjectLedger(
                tallies.entrySet().stream()
                        .map(tally -> tally.getValue().row(tally.getKey()))
                        .toList(),
                bucket.openUploads());
    }

    /** Whether every record is in one object, one time, and nothing else is there. */
    boolean isExact() {
        return openUploads == 0
                && rows.stream().allMatch(row -> row.once == row.expected && row.repeated == 0 && row.strange == 0);
    }

    /** A table for people. */
    String table() {
        StringBuilder table = new StringBuilder(String.format(
                LINE,
                "topic partition",
                "records",
                "exactly once",
                "missing",
                "repeated",
                "strange",
                "objects",
                "bytes"));
        rows.forEach(row -> table.append(line(row)));
        return table.append(line(new Row(
                        "all",
                        sum(Row::expected),
                        sum(Row::once),
                        sum(Row::missing),
                        sum(Row::repeated),
                        sum(Row::strange),
                        sum(Row::objects),
                        sum(Row::bytes))))
                .append("multipart uploads left open: ")
                .append(openUploads)
                .toString();
    }

    private static String line(Row row) {
        return String.format(
                Locale.ROOT,
                LINE.replace("12s", ",12d").replace("10s", ",10d").replace("9s", ",9d"),
                row.partition,
                row.expected,
                row.once,
                row.missing,
                row.repeated,
                row.strange,
                row.objects,
                row.bytes);
    }

    private long sum(ToLongFunction<Row> column) {
        return rows.stream().collect(Collectors.summingLong(column));
    }

    static long number(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.find() ? Long.parseLong(number.group(1)) : -1;
    }

    /** Counts of one partition while they grow. */
    private static final class Tally {
        private final Map<Long, Integer> counts = new HashMap<>();
        private long strange;
        private long objects;
        private long bytes;

        void expect(long number) {
            counts.put(number, 0);
        }

        void count(byte[] content, Function<byte[], Stream<String>> lines) {
            objects++;
            bytes += content.length;
            lines.apply(content).forEach(line -> {
                if (counts.computeIfPresent(number(line), (number, count) -> count + 1) == null) {
                    strange++;
                }
            });
        }

        Row row(String partition) {
            return new Row(
                    partition,
                    counts.size(),
                    counts.values().stream().filter(count -> count == 1).count(),
                    counts.values().stream().filter(count -> count == 0).count(),
                    counts.values().stream().filter(count -> count > 1).count(),
                    strange,
                    objects,
                    bytes);
        }
    }
}
