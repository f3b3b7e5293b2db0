package dev.pinflow.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/**
 * The objects that Confluent's S3 sink 12.1.9 wrote for a known input. Each line of the listings beside this class is an
 * object of its bucket: key below topics.dir, size in bytes, first 16 hex digits of the SHA-256.
 */
class ConfluentObjectsTest {
    private static final int BATCH = 500;

    private final List<String> objects = new ArrayList<>();

    @Test
    void ofTheDefaultPartitionerAreReproducedToTheByte() throws IOException {
        run(KnownEvents.withoutSchema(), 170_000, false, Map.of("partitioner.class", confluent("DefaultPartitioner")));
        assertThat(objects.stream().sorted()).containsExactlyElementsOf(listing("default-partitioner.tsv"));
    }

    @Test
    void ofTheFieldPartitionerAreReproducedToTheByte() throws IOException {
        run(
                KnownEvents.withSchema(),
                30_000,
                true,
                Map.of("partitioner.class", confluent("FieldPartitioner"), "partition.field.name", "region,currency"));
        assertThat(objects.stream().sorted()).containsExactlyElementsOf(listing("field-partitioner.tsv"));
    }

    private void run(KnownEvents events, int perPartition, boolean schemas, Map<String, String> options) {
        Consumer<List<SinkRecord>> delivery = delivery(options);
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", Boolean.toString(schemas)), false);
            for (int topic = 0; topic < KnownEvents.TOPICS; topic++) {
                for (int partition = 0; partition < KnownEvents.PARTITIONS; partition++) {
                    for (int from = 0; from < perPartition; from += BATCH) {
                        List<SinkRecord> batch = new ArrayList<>(BATCH);
                        for (int i = from; i < from + BATCH; i++) {
                            batch.add(events.at(converter, topic, partition, i));
                        }
                        delivery.accept(batch);
                    }
                }
            }
        }
    }

    /** All that this test knows of how records become objects; each one must have been listed when the batch is taken. */
    private Consumer<List<SinkRecord>> delivery(Map<String, String> options) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "storage.class", "io.confluent.connect.s3.storage.S3Storage",
                "format.class", "io.confluent.connect.s3.format.json.JsonFormat",
                "schema.compatibility", "NONE",
                "flush.size", "10000",
                "buffer.memory.bytes", "67108864"));
        properties.putAll(options);
        DeliveryOf delivery = new DeliveryOf(properties);
        return batch -> {
            delivery.put(batch);
            delivery.store.objects().forEach((key, text) -> list(key, text.getBytes(StandardCharsets.UTF_8)));
            delivery.store.objects().clear();
        };
    }

    private void list(String key, byte[] content) {
        objects.add(key.substring("topics/".length()) + "\t" + content.length + "\t"
                + sha256(content).substring(0, 16));
    }

    private static List<String> listing(String name) throws IOException {
        try (InputStream lines = ConfluentObjectsTest.class.getResourceAsStream(name)) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    private static String confluent(String partitioner) {
        return "io.confluent.connect.storage.partitioner." + partitioner;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
