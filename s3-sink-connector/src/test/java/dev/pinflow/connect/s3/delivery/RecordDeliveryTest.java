package dev.pinflow.connect.s3.delivery;

import static dev.pinflow.connect.s3.delivery.DeliveryOf.T0;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.offsets;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.records;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.sinkRecord;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordDeliveryTest {
    private static final String FIRST = "topics/t/partition=0/t+0+0000000000.json";

    @Test
    void writesAnObjectPerFlushSizeAndPartition() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "2"));
        to.put(records(0, 10, 15));
        assertThat(to.store.objects())
                .containsExactly(Map.entry("topics/t/partition=0/t+0+0000000010.json", "10\n11\n"));
        to.put(records(1, 0, 1));
        assertThat(to.store.objects()).containsEntry("topics/t/partition=0/t+0+0000000012.json", "12\n13\n");
        to.put();
        assertThat(to.safe(15, 1)).isEqualTo(offsets(14, 0));
    }

    @Test
    void commitsNothingThatIsNotDurable() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "2"));
        to.store.hold();
        to.put(records(0, 0, 5));
        assertThat(to.safe(5, 0)).isEqualTo(offsets(0, 0));
        to.store.release();
        to.put();
        assertThat(to.safe(5, 0)).isEqualTo(offsets(2, 0));
        to.store.release();
        to.put();
        assertThat(to.safe(5, 0)).isEqualTo(offsets(4, 0));
    }

    @Test
    void readsOnWhileOneRotationGoesUpAndWaitsWhenAnotherOneIsComplete() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "2"));
        to.store.hold();
        to.put(records(0, 0, 3));
        assertThat(to.context.paused).isEmpty();
        to.put(records(0, 3, 4));
        assertThat(to.context.paused).containsExactly(T0);
        assertThat(to.context.timeout).isBetween(1L, 100L);
        assertThat(to.store.held()).isEqualTo(1);
        to.put(records(1, 0, 1));
        assertThat(to.context.paused).containsExactly(T0);
        to.store.release();
        to.put();
        assertThat(to.context.paused).isEmpty();
        assertThat(to.store.held()).isEqualTo(1);
    }

    @Test
    void commitsWhatWasConsumedWhenNothingIsBuffered() {
        DeliveryOf to = new DeliveryOf(Map.of("behavior.on.null.values", "ignore"));
        to.put(sinkRecord(0, 7, null, null));
        assertThat(to.safe(8, 3)).isEqualTo(offsets(8, 3));
    }

    @Test
    void looksForUnfinishedUploadsOfEveryTopicPartitionOnce() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "1"));
        to.put(records(0, 0, 3));
        to.put(records(1, 0, 1));
        assertThat(to.store.families())
                .hasSize(2)
                .allMatch(family -> family.folder().equals("topics/t/"))
                .extracting(family -> family.name())
                .containsExactly("t+0+", "t+1+");
    }

    @Test
    void failsTheTaskWhenAnUploadFailsForGood() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "1"));
        to.store.refuse("no such bucket");
        to.put(records(0, 5, 6));
        assertThatThrownBy(to::put).isInstanceOf(ConnectException.class).hasMessageContaining("no such bucket");
        assertThat(to.safe(6, 0)).isEqualTo(offsets(5, 0));
    }

    @Test
    void beginsAnewWhenTheFrameworkReadsRecordsAgain() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "3"));
        to.put(records(0, 0, 2));
        to.put(records(0, 0, 3));
        to.put();
        assertThat(to.store.objects()).containsExactly(Map.entry(FIRST, "0\n1\n2\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "bytes"})
    void writesARecordWithoutAValueInItsPlaceWhenAskedTo(String format) {
        DeliveryOf to = new DeliveryOf(Map.of(
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
        to.put(List.of(
                sinkRecord(0, 0, null, null),
                sinkRecord(0, 1, null, written),
                sinkRecord(0, 2, null, null),
                sinkRecord(0, 3, null, written)));
        String key = "topics/t/partition=0/t+0+0000000000.json";
        String none = format.equals("json") ? "null" : "";
        assertThat(to.store.objects())
                .containsEntry(key, none + "\n7\n" + none + "\n7\n")
                .containsEntry("topics/t/partition=0/t+0+0000000000.keys.json", "null\n".repeat(4));
        assertThat(to.store.records()).containsEntry(key, 4L);
        to.put();
        assertThat(to.safe(4, 0)).isEqualTo(offsets(4, 0));
    }

    @Test
    void dropsOnlyTheRevokedPartitions() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "2"));
        to.put(records(0, 0, 1));
        to.put(records(1, 0, 1));
        to.delivery.close(List.of(T0));
        to.put(records(1, 1, 2));
        assertThat(to.store.objects()).containsExactly(Map.entry("topics/t/partition=1/t+1+0000000000.json", "0\n1\n"));
    }

    @Test
    void keepsOffsetsByTheOriginalTopicAndNamesByTheNewOne() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "2"));
        for (SinkRecord original : records(0, 0, 3)) {
            to.put(List.of(original.newRecord("renamed", 4, null, null, null, original.value(), null)));
        }
        assertThat(to.store.objects())
                .containsExactly(Map.entry("topics/renamed/partition=4/renamed+4+0000000000.json", "0\n1\n"));
        assertThat(to.safe(3, 0)).isEqualTo(offsets(2, 0));
    }

    @Test
    void refusesToWriteTwoTopicPartitionsUnderOneName() {
        DeliveryOf to = new DeliveryOf(Map.of());
        to.put(List.of(renamed(0)));
        List<SinkRecord> other = List.of(renamed(1));
        assertThatThrownBy(() -> to.put(other))
                .isExactlyInstanceOf(ConnectException.class)
                .hasMessageContainingAll("t-0", "t-1", "both renamed-4", "topics.dir");
        to.delivery.close(List.of(T0));
        to.put(other);
        assertThat(to.safe(1, 1)).isEqualTo(offsets(1, 0));
    }

    @Test
    void handsRecordsThatCannotBeWrittenToTheReporter() {
        DeliveryOf to = new DeliveryOf(
                Map.of("format.class", "parquet", "behavior.on.null.values", "ignore", "errors.tolerance", "all"));
        to.put(List.of(sinkRecord(0, 0, null, "text"), sinkRecord(0, 1, null, null)));
        assertThat(to.context.reported).containsExactly(0L, 1L);
        assertThat(to.safe(2, 0)).isEqualTo(offsets(2, 0));
    }

    @Test
    void failsTheTaskWhenNobodyTakesThem() {
        DeliveryOf parquet = new DeliveryOf(Map.of("format.class", "parquet"));
        List<SinkRecord> text = List.of(sinkRecord(0, 3, null, "text"));
        assertThatThrownBy(() -> parquet.put(text))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("t-0 offset 3")
                .hasMessageContaining("errors.tolerance=all");
        List<SinkRecord> none = List.of(sinkRecord(0, 4, null, null));
        assertThatThrownBy(() -> parquet.put(none))
                .hasMessageContaining("tombstones.inline=true")
                .hasMessageContaining("behavior.on.null.values=ignore");
    }

    private static SinkRecord renamed(int partition) {
        return sinkRecord(partition, 0, null, "v").newRecord("renamed", 4, null, null, null, "v", null);
    }
}
