package dev.pinflow.connect.s3.delivery;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.json.JsonConverter;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The records from which Confluent's sink made the listings that {@link ConfluentObjectsTest} has to reproduce.
 *
 * @param prefix of the topics, whose number follows
 * @param step ms between two timestamps of a partition
 * @param envelope what stands before and after the event's JSON text
 */
record KnownEvents(String prefix, long step, List<String> envelope) {
    static final int TOPICS = 3;
    static final int PARTITIONS = 2;

    private static final long BEGIN = 1_735_689_600_000L;
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-south-1");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "GBP");
    private static final List<String> CITIES = List.of("Lyon", "Osaka", "Boston", "Graz", "Porto");

    private static final String SCHEMA = """
            {"type":"struct","name":"bench.Event","optional":false,"fields":[
            {"field":"id","type":"int64","optional":false},
            {"field":"ts","type":"int64","optional":false,
             "name":"org.apache.kafka.connect.data.Timestamp","version":1},
            {"field":"user","type":"string","optional":false},
            {"field":"email","type":"string","optional":true},
            {"field":"amount","type":"double","optional":false},
            {"field":"currency","type":"string","optional":false},
            {"field":"active","type":"boolean","optional":false},
            {"field":"region","type":"string","optional":false},
            {"field":"tags","type":"array","optional":false,"items":{"type":"string","optional":false}},
            {"field":"address","type":"struct","name":"bench.Address","optional":false,"fields":[
             {"field":"street","type":"string","optional":false},
             {"field":"zip","type":"string","optional":false},
             {"field":"city","type":"string","optional":false}]},
            {"field":"note","type":"string","optional":true}]}""";

    static KnownEvents withoutSchema() {
        return new KnownEvents("benchjson", 100, List.of("", ""));
    }

    static KnownEvents withSchema() {
        return new KnownEvents("benchstr", 1_000, List.of("{\"schema\":" + SCHEMA + ",\"payload\":", "}"));
    }

    SinkRecord at(JsonConverter converter, int topic, int partition, long i) {
        String topicName = prefix + "-" + topic;
        long timestamp = BEGIN + i * step;
        String text = envelope.get(0) + event(topic, partition, i, timestamp) + envelope.get(1);
        SchemaAndValue value = converter.toConnectData(topicName, text.getBytes(StandardCharsets.UTF_8));
        return new SinkRecord(
                topicName,
                partition,
                null,
                null,
                value.schema(),
                value.value(),
                i,
                timestamp,
                TimestampType.CREATE_TIME);
    }

    private static String event(int topic, int partition, long i, long timestamp) {
        long h = (i * 0x9E3779B97F4A7C15L) ^ ((topic * 31L + partition) * 0xC2B2AE3D27D4EB4FL);
        h ^= h >>> 29;
        int u = (int) ((h >>> 8) & 0xFFFF);
        return "{\"id\":" + i + ",\"ts\":" + timestamp + ",\"user\":\"user-" + u + "\",\"email\":\"user" + u
                + "@example.org\",\"amount\":" + u % 10_000 + "." + (10 + u % 89) + ",\"currency\":\""
                + CURRENCIES.get(u & 3) + "\",\"active\":" + (u % 2 == 0) + ",\"region\":\"" + REGIONS.get(u % 3)
                + "\",\"tags\":[\"t" + u % 7 + "\",\"t" + u % 11 + "\",\"promo\"],\"address\":{\"street\":\"" + u % 400
                + " Long Street\",\"zip\":\"" + (10_000 + u % 80_000) + "\",\"city\":\"" + CITIES.get(u % 5)
                + "\"},\"note\":\"free text " + Long.toHexString(h) + "\"}";
    }
}
