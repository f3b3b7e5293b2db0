package dev.pinflow.connect.s3.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.s3.config.SinkConfig;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDeliveryTest {
    private static final TopicPartition T0 = new TopicPartition("t", 0);
    private static final TopicPartition T1 = new TopicPartition("t", 1);

    private final FakeTaskContext context = new FakeTaskContext();
    private final FakeStore store = new FakeStore();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void writesAnObjectPerFlushSizeAndPartition() {
        RecordDelivery delivery = delivery(Map.of("flush.size", "2"));
        delivery.put(records(0, 10, 15));
        delivery.put(records(1, 0, 1));
        assertThat(store.objects())
                .containsExactly(
                        Map.entry("topics/t/partition=0/t+0+0000000010.json", "10\n11\n"),
                        Map.entry("topics/t/partition=0/t+0+0000000012.json", "12\n13\n"));
        assertThat(safe(delivery, 15, 1)).isEqualTo(offsets(14, 0));
    }

    @Test
    void commitsWhatWasConsumedWhenNothingIsBuffered() {
        RecordDelivery delivery = delivery(Map.of("behavior.on.null.values", "ignore"));
        delivery.put(List.of(of(0, 7, null, null)));
        assertThat(safe(delivery, 8, 3)).isEqualTo(offsets(8, 3));
    }

    @Test
    void writesTheTailWhenItsScheduledMomentHasComeAndAsksToBeCalledThen() {
        RecordDelivery delivery = delivery(Map.of("rotate.schedule.interval.ms", "5000", "timezone", "UTC"));
        now = now.plusMillis(1_000);
        delivery.put(records(0, 0, 3));
        assertThat(context.timeout).isEqualTo(4_000);
        assertThat(store.objects()).isEmpty();
        now = now.plusMillis(4_000);
        delivery.put(records(0, 3, 4));
        assertThat(store.objects()).containsExactly(Map.entry("topics/t/partition=0/t+0+0000000000.json", "0\n1\n2\n"));
        assertThat(safe(delivery, 4, 0)).isEqualTo(offsets(3, 0));
        assertThat(context.requestedCommits).isEqualTo(1);
    }

    @Test
    void triesAScheduledRotationAgainWithoutWaitingForTheNextMoment() {
        RecordDelivery delivery = delivery(
                Map.of("rotate.schedule.interval.ms", "3600000", "timezone", "UTC", "retry.timeout.ms", "60000"));
        delivery.put(records(0, 0, 3));
        now = now.plusSeconds(3600);
        store.failOnce(".json");
        delivery.put(List.of());
        assertThat(context.offsets).containsExactly(Map.entry(T0, 0L));
        now = now.plusSeconds(5);
        delivery.put(List.of());
        delivery.put(records(0, 0, 3));
        delivery.put(List.of());
        assertThat(store.objects()).containsExactly(Map.entry("topics/t/partition=0/t+0+0000000000.json", "0\n1\n2\n"));
        delivery.put(records(0, 3, 4));
        delivery.put(List.of());
        assertThat(store.objects()).hasSize(1);
        assertThat(safe(delivery, 4, 0)).isEqualTo(offsets(3, 0));
    }

    @Test
    void restsAfterAnUploadThatTookLongerThanTheRest() {
        RecordDelivery delivery = delivery(Map.of("flush.size", "1", "retry.backoff.ms", "5000"));
        store.during(() -> now = now.plusSeconds(90));
        store.failOnce(".json");
        delivery.put(records(0, 0, 1));
        assertThat(context.timeout).isEqualTo(5_000);
        now = now.plusMillis(4_999);
        delivery.put(List.of());
        assertThat(context.paused).containsExactly(T0);
        now = now.plusMillis(1);
        delivery.put(List.of());
        assertThat(context.paused).isEmpty();
    }

    @Test
    void asksAStoreThatHangsOnceAPutAndGoesBackInAllPartitions() {
        RecordDelivery delivery = delivery(Map.of("rotate.schedule.interval.ms", "5000", "timezone", "UTC"));
        delivery.put(records(0, 0, 1));
        delivery.put(records(1, 7, 8));
        now = now.plusSeconds(5);
        Instant due = now;
        store.during(() -> now = now.plusSeconds(120));
        store.failAlways();
        delivery.put(List.of());
        assertThat(now).isEqualTo(due.plusSeconds(120));
        assertThat(context.offsets).containsOnly(Map.entry(T0, 0L), Map.entry(T1, 7L));
        assertThat(context.paused).containsExactlyInAnyOrder(T0, T1);
        assertThat(safe(delivery, 1, 8)).isEqualTo(offsets(0, 7));
    }

    @Test
    void reportsNothingTwiceOfWhatItGoesBackTo() {
        context.reporter = true;
        RecordDelivery delivery = delivery(Map.of("flush.size", "1", "behavior.on.null.values", "ignore"));
        store.failOnce(".json");
        delivery.put(List.of(of(0, 0, null, "v"), of(0, 1, null, null)));
        assertThat(context.reported).isEmpty();
        now = now.plusSeconds(5);
        delivery.put(List.of());
        delivery.put(List.of(of(0, 0, null, "v"), of(0, 1, null, null)));
        assertThat(context.reported).containsExactly(1L);
    }

    @Test
    void startsANewObjectWhenTheSchemaChanges() {
        Schema one = SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA).build();
        Schema two = SchemaBuilder.struct().field("b", Schema.INT32_SCHEMA).build();
        Schema oneAgain = SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA).build();
        RecordDelivery delivery = delivery(Map.of());
        delivery.put(List.of(
                of(0, 0, one, new Struct(one).put("a", 1)),
                of(0, 1, oneAgain, new Struct(oneAgain).put("a", 2)),
                of(0, 2, two, new Struct(two).put("b", 3))));
        assertThat(store.objects())
                .containsExactly(Map.entry("topics/t/partition=0/t+0+0000000000.json", "{\"a\":1}\n{\"a\":2}\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "bytes"})
    void writesARecordWithoutAValueInItsPlaceWhenAskedTo(String format) {
        RecordDelivery delivery = delivery(Map.of(
                "flush.size",
                "4",
                "format.class",
                format,
                "format.bytearray.extension",
                ".json",
                "tombstones.inline",
                "true",
                "store.kafka.keys",
                "true",
                "keys.format.class",
                "json"));
        byte[] value = {'7'};
        Object written = format.equals("json") ? (Object) 7 : value;
        delivery.put(
                List.of(of(0, 0, null, null), of(0, 1, null, written), of(0, 2, null, null), of(0, 3, null, written)));
        String key = "topics/t/partition=0/t+0+0000000000.json";
        String none = format.equals("json") ? "null" : "";
        assertThat(store.objects())
                .containsEntry(key, none + "\n7\n" + none + "\n7\n")
                .containsEntry("topics/t/partition=0/t+0+0000000000.keys.json", "null\n".repeat(4));
        assertThat(store.records()).containsEntry(key, 4L);
        assertThat(safe(delivery, 4, 0)).isEqualTo(offsets(4, 0));
    }

    @Test
    void startsNoNewObjectForRecordsWithoutAValueAmongThoseOfASchema() {
        Schema one = SchemaBuilder.struct().field("a", Schema.INT32_SCHEMA).build();
        Schema two = SchemaBuilder.struct().field("b", Schema.INT32_SCHEMA).build();
        RecordDelivery delivery = delivery(Map.of("tombstones.inline", "true"));
        delivery.put(List.of(
                of(0, 0, null, null),
                of(0, 1, one, new Struct(one).put("a", 1)),
                of(0, 2, null, null),
                of(0, 3, one, new Struct(one).put("a", 2)),
                of(0, 4, two, new Struct(two).put("b", 3))));
        assertThat(store.objects())
                .containsExactly(
                        Map.entry("topics/t/partition=0/t+0+0000000000.json", "null\n{\"a\":1}\nnull\n{\"a\":2}\n"));
    }

    @Test
    void goesBackToTheFirstRecordOfTheGroupWhenS3DoesNotAnswerAndDoublesNothing() {
        RecordDelivery delivery = delivery(Map.of(
                "flush.size", "3", "store.kafka.keys", "true", "keys.format.class", "json", "retry.backoff.ms", "100"));
        delivery.put(records(0, 0, 2));
        store.failOnce(".keys.json");
        delivery.put(records(0, 2, 8));
        assertThat(context.offsets).containsExactly(Map.entry(T0, 0L));
        assertThat(context.paused).containsExactly(T0);
        assertThat(context.timeout).isEqualTo(100);
        assertThat(safe(delivery, 8, 0)).isEqualTo(offsets(0, 0));

        now = now.plusMillis(100);
        delivery.put(List.of());
        assertThat(context.paused).isEmpty();
        delivery.put(records(0, 0, 8));
        assertThat(store.objects())
                .containsOnly(
                        Map.entry("topics/t/partition=0/t+0+0000000000.json", "0\n1\n2\n"),
                        Map.entry("topics/t/partition=0/t+0+0000000000.keys.json", "null\nnull\nnull\n"),
                        Map.entry("topics/t/partition=0/t+0+0000000003.json", "3\n4\n5\n"),
                        Map.entry("topics/t/partition=0/t+0+0000000003.keys.json", "null\nnull\nnull\n"));
        assertThat(safe(delivery, 8, 0)).isEqualTo(offsets(6, 0));
    }

    @Test
    void failsTheTaskWhenS3DoesNotAnswerForTooLong() {
        RecordDelivery delivery =
                delivery(Map.of("flush.size", "1", "retry.backoff.ms", "10", "retry.timeout.ms", "1000"));
        store.failAlways();
        delivery.put(records(0, 5, 6));
        now = now.plusMillis(2_000);
        List<SinkRecord> again = records(0, 5, 6);
        assertThatThrownBy(() -> delivery.put(again))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("retry.timeout.ms")
                .hasMessageContaining("offset 5");
    }

    @Test
    void dropsOnlyTheRevokedPartitions() {
        RecordDelivery delivery = delivery(Map.of("flush.size", "2"));
        delivery.put(records(0, 0, 1));
        delivery.put(records(1, 0, 1));
        delivery.close(List.of(T0));
        delivery.put(records(1, 1, 2));
        assertThat(store.objects()).containsExactly(Map.entry("topics/t/partition=1/t+1+0000000000.json", "0\n1\n"));
    }

    @Test
    void keepsOffsetsByTheOriginalTopicAndNamesByTheNewOne() {
        RecordDelivery delivery = delivery(Map.of("flush.size", "2"));
        for (SinkRecord original : records(0, 0, 3)) {
            delivery.put(List.of(original.newRecord("renamed", 4, null, null, null, original.value(), null)));
        }
        assertThat(store.objects())
                .containsExactly(Map.entry("topics/renamed/partition=4/renamed+4+0000000000.json", "0\n1\n"));
        assertThat(safe(delivery, 3, 0)).isEqualTo(offsets(2, 0));
    }

    @Test
    void refusesToWriteTwoTopicPartitionsUnderOneName() {
        RecordDelivery delivery = delivery(Map.of());
        delivery.put(List.of(renamed(0)));
        List<SinkRecord> other = List.of(renamed(1));
        assertThatThrownBy(() -> delivery.put(other))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContainingAll("t-0", "t-1", "both renamed-4", "topics.dir");
        delivery.close(List.of(T0));
        delivery.put(other);
        assertThat(safe(delivery, 1, 1)).isEqualTo(offsets(1, 0));
    }

    @Test
    void handsRecordsThatCannotBeWrittenToTheReporter() {
        context.reporter = true;
        RecordDelivery delivery = delivery(Map.of("format.class", "parquet", "behavior.on.null.values", "ignore"));
        delivery.put(List.of(of(0, 0, null, "text"), of(0, 1, null, null)));
        assertThat(context.reported).containsExactly(0L, 1L);
        assertThat(safe(delivery, 2, 0)).isEqualTo(offsets(2, 0));
    }

    @Test
    void failsTheTaskWhenNobodyTakesThem() {
        RecordDelivery parquet = delivery(Map.of("format.class", "parquet"));
        List<SinkRecord> text = List.of(of(0, 3, null, "text"));
        assertThatThrownBy(() -> parquet.put(text))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("t-0 offset 3")
                .hasMessageContaining("errors.tolerance=all");
        List<SinkRecord> none = List.of(of(0, 4, null, null));
        assertThatThrownBy(() -> parquet.put(none))
                .hasMessageContaining("tombstones.inline=true")
                .hasMessageContaining("behavior.on.null.values=ignore");
    }

    private RecordDelivery delivery(Map<String, String> more) {
        Map<String, String> properties =
                new HashMap<>(Map.of("s3.bucket.name", "b", "format.class", "json", "flush.size", "1000"));
        properties.putAll(more);
        return new RecordDelivery(context, SinkConfig.from(properties), store, () -> now);
    }

    private static List<SinkRecord> records(int partition, long from, long to) {
        List<SinkRecord> records = new ArrayList<>();
        for (long offset = from; offset < to; offset++) {
            records.add(of(partition, offset, null, offset));
        }
        return records;
    }

    private static SinkRecord renamed(int partition) {
        return of(partition, 0, null, "v").newRecord("renamed", 4, null, null, null, "v", null);
    }

    private static SinkRecord of(int partition, long offset, Schema schema, Object value) {
        return new SinkRecord("t", partition, null, null, schema, value, offset);
    }

    private static Map<TopicPartition, OffsetAndMetadata> safe(RecordDelivery delivery, long zero, long one) {
        return delivery.safeOffsets(offsets(zero, one));
    }

    private static Map<TopicPartition, OffsetAndMetadata> offsets(long zero, long one) {
        return Map.of(T0, new OffsetAndMetadata(zero), T1, new OffsetAndMetadata(one));
    }
}
