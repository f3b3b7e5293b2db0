package dev.pinflow.connect.rds;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;

/**
 * What became of each posting of an emulation, told by the headers and keys of the records in its three topics.
 *
 * @param postings how many were to be posted: the numbers from 0 to this, without it
 * @param exactlyOnce are in each topic once
 * @param missing are in no topic
 * @param half are in some topics but not in all
 * @param repeated are in all topics, and in at least one of them more than once
 * @param uneven of those repeated, are in some topic more often than in another
 * @param astray records whose posting was not to be posted, or whose key differs from that in another topic
 * @param records how many records there are in all
 */
record Ledger(
        int postings, int exactlyOnce, int missing, int half, int repeated, int uneven, int astray, long records) {
    static final List<String> TOPICS = List.of("pin", "geo", "user");

    private static final int UNKNOWN = -1;

    /** Reads the topics from their beginning to their present end. */
    static Ledger read(String bootstrapServers, String prefix, int postings, IsolationLevel isolation) {
        int[][] counts = new int[TOPICS.size()][postings];
        long[] keys = new long[postings];
        Arrays.fill(keys, UNKNOWN);
        int astray = 0;
        long records = 0;
        for (int topic = 0; topic < TOPICS.size(); topic++) {
            try (TopicReading reading =
                    new TopicReading(bootstrapServers, prefix + "." + TOPICS.get(topic), isolation)) {
                while (reading.hasMore()) {
                    for (ConsumerRecord<String, String> record : reading.next()) {
                        records++;
                        int posting = posting(record);
                        long key = Long.parseLong(record.key());
                        if (posting >= postings || (keys[posting] != UNKNOWN && keys[posting] != key)) {
                            astray++;
                        } else {
                            keys[posting] = key;
                            counts[topic][posting]++;
                        }
                    }
                }
            }
        }
        return of(counts, astray, records);
    }

    private static Ledger of(int[][] counts, int astray, long records) {
        int postings = counts[0].length;
        int[] least = IntStream.range(0, postings)
                .map(posting -> topics(counts, posting).min().orElseThrow())
                .toArray();
        int[] most = IntStream.range(0, postings)
                .map(posting -> topics(counts, posting).max().orElseThrow())
                .toArray();
        int missing = 0;
        int half = 0;
        int repeated = 0;
        int uneven = 0;
        for (int posting = 0; posting < postings; posting++) {
            if (most[posting] == 0) {
                missing++;
            } else if (least[posting] == 0) {
                half++;
            } else if (most[posting] > 1) {
                repeated++;
                uneven += most[posting] > least[posting] ? 1 : 0;
            }
        }
        int exactlyOnce = postings - missing - half - repeated;
        return new Ledger(postings, exactlyOnce, missing, half, repeated, uneven, astray, records);
    }

    private static IntStream topics(int[][] counts, int posting) {
        return Arrays.stream(counts).mapToInt(topic -> topic[posting]);
    }

    /** The number that the header of a record says. */
    static int posting(ConsumerRecord<String, String> record) {
        byte[] number = record.headers().lastHeader("pinflow.posting").value();
        return Integer.parseInt(
                StandardCharsets.UTF_8.decode(ByteBuffer.wrap(number)).toString());
    }

    /** One line for people. */
    String summary() {
        return String.format(
                Locale.ROOT,
                "%,d postings: %,d exactly once in each of %d topics, %,d missing, %,d half, %,d repeated "
                        + "(%,d unevenly), %,d records astray of %,d",
                postings,
                exactlyOnce,
                TOPICS.size(),
                missing,
                half,
                repeated,
                uneven,
                astray,
                records);
    }
}
