package dev.pinflow.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.connect.s3.Lines;
import dev.pinflow.connect.s3.config.SinkConfig;
import dev.pinflow.connect.s3.upload.SealedObject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

/**
 * The objects that Confluent's S3 sink 12.1.9 wrote for a known input, with the default partitioner: key, size and the
 * first 16 hex digits of the SHA-256 were taken from its bucket.
 */
class ConfluentObjectsTest {
    private static final int FLUSH_SIZE = 10_000;
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-south-1");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "GBP");
    private static final List<String> CITIES = List.of("Lyon", "Osaka", "Boston", "Graz", "Porto");

    private final List<String> objects = new ArrayList<>();

    @Test
    void areReproducedToTheByte() {
        SinkConfig config = SinkConfig.from(Map.of(
                "s3.bucket.name",
                "b",
                "storage.class",
                "io.confluent.connect.s3.storage.S3Storage",
                "format.class",
                "io.confluent.connect.s3.format.json.JsonFormat",
                "partitioner.class",
                "io.confluent.connect.storage.partitioner.DefaultPartitioner",
                "schema.compatibility",
                "NONE",
                "flush.size",
                Integer.toString(FLUSH_SIZE)));
        RecordDelivery delivery = new RecordDelivery(new FakeTaskContext(), config, this::list, InstantSource.system());
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "false"), false);
            for (int i = 0; i < 3 * FLUSH_SIZE; i++) {
                delivery.put(List.of(sinkRecord(converter, i)));
            }
        }
        assertThat(objects)
                .containsExactly(
                        "topics/benchjson-0/partition=0/benchjson-0+0+0000000000.json 2827032 0759b9d106d583d0",
                        "topics/benchjson-0/partition=0/benchjson-0+0+0000010000.json 2838008 f20827d589030ff7",
                        "topics/benchjson-0/partition=0/benchjson-0+0+0000020000.json 2838183 7b3c30ae852788f1");
    }

    private void list(SealedObject object) {
        byte[] content = Lines.bytes(object.content());
        objects.add(object.key() + " " + content.length + " " + sha256(content).substring(0, 16));
    }

    private static SinkRecord sinkRecord(JsonConverter converter, long i) {
        long timestamp = 1_735_689_600_000L + i * 100;
        byte[] text = event(i, timestamp).getBytes(StandardCharsets.UTF_8);
        SchemaAndValue value = converter.toConnectData("benchjson-0", text);
        return new SinkRecord(
                "benchjson-0", 0, null, null, value.schema(), value.value(), i, timestamp, TimestampType.CREATE_TIME);
    }

    /** Topic 0, partition 0 of the input, so the second half of the hash's mixture is 0. */
    private static String event(long i, long timestamp) {
        long h = i * 0x9E3779B97F4A7C15L;
        h ^= h >>> 29;
        int u = (int) ((h >>> 8) & 0xFFFF);
        return "{\"id\":" + i + ",\"ts\":" + timestamp + ",\"user\":\"user-" + u + "\",\"email\":\"user" + u
                + "@example.org\",\"amount\":" + u % 10_000 + "." + (10 + u % 89) + ",\"currency\":\""
                + CURRENCIES.get(u & 3) + "\",\"active\":" + (u % 2 == 0) + ",\"region\":\"" + REGIONS.get(u % 3)
                + "\",\"tags\":[\"t" + u % 7 + "\",\"t" + u % 11 + "\",\"promo\"],\"address\":{\"street\":\"" + u % 400
                + " Long Street\",\"zip\":\"" + (10_000 + u % 80_000) + "\",\"city\":\"" + CITIES.get(u % 5)
                + "\"},\"note\":\"free text " + Long.toHexString(h) + "\"}";
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
