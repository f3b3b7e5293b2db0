package dev.pinflow.connect.s3.delivery;

import static dev.pinflow.connect.s3.delivery.DeliveryOf.at;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.offsets;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.records;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.sinkRecord;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;

class RotationTest {
    private static final String FIRST = "topics/t/partition=0/t+0+0000000000.json";
    private static final Instant TIME = Instant.parse("2026-03-01T10:00:00Z");
    private static final Schema ONE =
            SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA).build();
    private static final Schema TWO =
            SchemaBuilder.struct().field("b", Schema.INT32_SCHEMA).build();

    @Test
    void comesWithTheScheduleWithoutNewRecordsAndAsksToBeCalledThen() {
        DeliveryOf to = new DeliveryOf(Map.of("rotate.schedule.interval.ms", "5000", "timezone", "UTC"));
        to.now = to.now.plusMillis(1_000);
        to.put(records(0, 0, 3));
        assertThat(to.context.timeout).isEqualTo(4_000);
        assertThat(to.store.objects()).isEmpty();
        to.now = to.now.plusMillis(4_000);
        to.put(records(0, 3, 4));
        assertThat(to.store.objects()).containsExactly(Map.entry(FIRST, "0\n1\n2\n"));
        to.put();
        assertThat(to.safe(4, 0)).isEqualTo(offsets(3, 0));
        assertThat(to.context.requestedCommits).isEqualTo(1);
        assertThat(to.causes).containsExactly(Map.entry(RotationCause.WALL_CLOCK, 1));
    }

    @Test
    void comesWithTheAgeOfTheFirstRecord() {
        DeliveryOf to = new DeliveryOf(Map.of("rotate.age.ms", "10000"));
        to.put(records(0, 0, 1));
        assertThat(to.context.timeout).isEqualTo(10_000);
        to.now = to.now.plusMillis(9_999);
        to.put(records(0, 1, 2));
        assertThat(to.store.objects()).isEmpty();
        to.now = to.now.plusMillis(1);
        to.put();
        assertThat(to.store.objects()).containsExactly(Map.entry(FIRST, "0\n1\n"));
    }

    @Test
    void comesWithTheSizeOfTheLargestObject() {
        DeliveryOf to = new DeliveryOf(Map.of("rotate.bytes", "1000"));
        to.put(sinkRecord(0, 0, null, "x".repeat(600)), sinkRecord(0, 1, null, "y".repeat(600)));
        assertThat(to.store.records()).containsExactly(Map.entry(FIRST, 2L));
        assertThat(to.causes).containsExactly(Map.entry(RotationCause.BYTES, 1));
    }

    @Test
    void comesWithARecordWhoseOwnTimeIsAnIntervalLater() {
        DeliveryOf to = new DeliveryOf(timeBased(Map.of("rotate.interval.ms", "60000")));
        to.put(at(0, TIME, 0), at(1, TIME.plusMillis(59_999), 1), at(2, TIME.plusMillis(60_000), 2));
        assertThat(to.store.objects()).containsExactly(Map.entry("topics/t/hour=10/t+0+0000000000.json", "0\n1\n"));
        assertThat(to.causes).containsExactly(Map.entry(RotationCause.RECORD_TIME, 1));
    }

    @Test
    void comesWithARecordOfAnotherFolderUnlessThatIsSwitchedOff() {
        List<SinkRecord> interleaved = List.of(
                at(0, TIME.plusSeconds(3590), 0), at(1, TIME.plusSeconds(3610), 1), at(2, TIME.plusSeconds(3595), 2));
        DeliveryOf to = new DeliveryOf(timeBased(Map.of("rotate.interval.ms", "3600000")));
        to.put(interleaved);
        to.put();
        assertThat(to.store.objects())
                .containsExactly(
                        Map.entry("topics/t/hour=10/t+0+0000000000.json", "0\n"),
                        Map.entry("topics/t/hour=11/t+0+0000000001.json", "1\n"));
        assertThat(to.causes).containsExactly(Map.entry(RotationCause.PARTITION_CHANGE, 2));

        DeliveryOf without = new DeliveryOf(
                timeBased(Map.of("rotate.interval.ms", "3600000", "rotate.file.on.partition.change", "false")));
        without.put(interleaved);
        assertThat(without.causes).isEmpty();
    }

    @Test
    void countsRecordsOverAllOpenObjectsOfAPartition() {
        DeliveryOf to = new DeliveryOf(timeBased(Map.of("flush.size", "3")));
        to.put(at(0, TIME, 0), at(1, TIME.plusSeconds(3600), 1), at(2, TIME, 2));
        assertThat(to.store.objects())
                .containsExactly(
                        Map.entry("topics/t/hour=10/t+0+0000000000.json", "0\n2\n"),
                        Map.entry("topics/t/hour=11/t+0+0000000001.json", "1\n"));
    }

    @Test
    void comesWhenAsManyObjectsAreOpenAsMayBe() {
        DeliveryOf to = new DeliveryOf(timeBased(Map.of("partitioner.max.open.files", "2")));
        to.put(
                at(0, TIME, 0),
                at(1, TIME.plusSeconds(3600), 1),
                at(2, TIME, 2),
                at(3, TIME.plusSeconds(7200), 3),
                at(4, TIME, 4));
        assertThat(to.store.objects())
                .containsExactly(
                        Map.entry("topics/t/hour=10/t+0+0000000000.json", "0\n2\n"),
                        Map.entry("topics/t/hour=11/t+0+0000000001.json", "1\n"));
        assertThat(to.causes).containsExactly(Map.entry(RotationCause.OPEN_OBJECTS, 1));
    }

    @Test
    void comesWithAnotherSchemaAndNotWithAnEqualOne() {
        Schema oneAgain = SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA).build();
        DeliveryOf to = new DeliveryOf(Map.of());
        to.put(a(0), sinkRecord(0, 1, oneAgain, new Struct(oneAgain).put("a", 1)), b(2));
        assertThat(to.store.objects()).containsExactly(Map.entry(FIRST, "{\"a\":0}\n{\"a\":1}\n"));
        assertThat(to.causes).containsExactly(Map.entry(RotationCause.SCHEMA, 1));
    }

    @Test
    void doesNotComeWithAnotherSchemaWhenEachHasAnObjectOfItsOwn() {
        DeliveryOf to = new DeliveryOf(Map.of("schema.objects", "per-schema", "flush.size", "4"));
        to.put(a(0), b(1), a(2), b(3));
        assertThat(to.store.objects())
                .containsExactly(
                        Map.entry(FIRST, "{\"a\":0}\n{\"a\":2}\n"),
                        Map.entry("topics/t/partition=0/t+0+0000000001.json", "{\"b\":1}\n{\"b\":3}\n"));
    }

    @Test
    void doesNotComeWithRecordsWithoutAValueAmongThoseOfASchema() {
        DeliveryOf to = new DeliveryOf(Map.of("tombstones.inline", "true"));
        to.put(sinkRecord(0, 0, null, null), a(1), sinkRecord(0, 2, null, null), a(3), b(4));
        assertThat(to.store.objects()).containsExactly(Map.entry(FIRST, "null\n{\"a\":1}\nnull\n{\"a\":3}\n"));
    }

    @Test
    void writesKeysOfRecordsWithoutAValueBelowAFolderOfTheirOwn() {
        DeliveryOf to = new DeliveryOf(Map.of(
                "behavior.on.null.values", "write",
                "store.kafka.keys", "true",
                "keys.format.class", "json",
                "flush.size", "3"));
        to.put(keyed(0, "x"), keyed(1, null), keyed(2, null));
        assertThat(to.store.objects())
                .containsOnly(
                        Map.entry(FIRST, "\"x\"\n"),
                        Map.entry("topics/t/partition=0/t+0+0000000000.keys.json", "\"k0\"\n"),
                        Map.entry("topics/t/tombstone/t+0+0000000001.keys.json", "\"k1\"\n\"k2\"\n"));
        to.put();
        assertThat(to.safe(3, 0)).isEqualTo(offsets(3, 0));
    }

    private static Map<String, String> timeBased(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "partitioner.class", "io.confluent.connect.storage.partitioner.TimeBasedPartitioner",
                "path.format", "'hour'=HH",
                "partition.duration.ms", "3600000",
                "locale", "en",
                "timezone", "UTC",
                "timestamp.extractor", "Record"));
        options.putAll(more);
        return options;
    }

    private static SinkRecord a(long offset) {
        return sinkRecord(0, offset, ONE, new Struct(ONE).put("a", (int) offset));
    }

    private static SinkRecord b(long offset) {
        return sinkRecord(0, offset, TWO, new Struct(TWO).put("b", (int) offset));
    }

    private static SinkRecord keyed(long offset, String value) {
        return new SinkRecord("t", 0, null, "k" + offset, null, value, offset);
    }
}
