package dev.pinflow.connect.s3.delivery;

import static dev.pinflow.connect.s3.delivery.DeliveryOf.T0;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.offsets;
import static dev.pinflow.connect.s3.delivery.DeliveryOf.records;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when another writer of the same partition has been here. */
class ResumingTest {
    @Test
    void writesNothingThatALongerObjectHasAlready() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "2"));
        to.store.another("topics/t/partition=0/t+0+0000000000.json", 4);
        to.put(records(0, 0, 3));
        to.put(records(0, 3, 6));
        assertThat(to.context.offsets).containsExactly(Map.entry(T0, 2L));
        // Only from there a replay would meet the longer object again.
        assertThat(to.safe(6, 0)).isEqualTo(offsets(0, 0));
        to.put(records(0, 2, 8));
        to.put();
        assertThat(to.store.objects()).containsExactly(Map.entry("topics/t/partition=0/t+0+0000000005.json", "5\n6\n"));
        assertThat(to.safe(8, 0)).isEqualTo(offsets(7, 0));
    }

    @Test
    void goesOnAfterTheEndOfAShorterObject() {
        DeliveryOf to = new DeliveryOf(Map.of("flush.size", "4"));
        to.store.another("topics/t/partition=0/t+0+0000000000.json", 1);
        to.put(records(0, 0, 4));
        to.put(records(0, 4, 5));
        assertThat(to.context.offsets).containsExactly(Map.entry(T0, 2L));
        to.put(records(0, 2, 6));
        to.put();
        assertThat(to.store.objects())
                .containsExactly(Map.entry("topics/t/partition=0/t+0+0000000002.json", "2\n3\n4\n5\n"));
        assertThat(to.safe(6, 0)).isEqualTo(offsets(6, 0));
    }

    @Test
    void keepsTheOtherObjectsOfTheSameRotation() {
        DeliveryOf to = new DeliveryOf(Map.of(
                "flush.size", "4",
                "partitioner.class", "field",
                "partition.field.name", "f"));
        to.store.another("topics/t/f=a/t+0+0000000000.json", 0);
        to.put(field(0, "a"), field(1, "b"), field(2, "a"), field(3, "b"));
        to.put();
        assertThat(to.context.offsets).containsExactly(Map.entry(T0, 2L));
        to.put(field(2, "a"), field(3, "b"), field(4, "b"), field(5, "a"), field(6, "b"), field(7, "a"));
        to.put();
        assertThat(to.store.objects())
                .containsExactly(
                        Map.entry("topics/t/f=b/t+0+0000000001.json", "{\"f\":\"b\"}\n{\"f\":\"b\"}\n"),
                        Map.entry("topics/t/f=a/t+0+0000000002.json", "{\"f\":\"a\"}\n{\"f\":\"a\"}\n"),
                        Map.entry("topics/t/f=b/t+0+0000000004.json", "{\"f\":\"b\"}\n{\"f\":\"b\"}\n"));
        assertThat(to.safe(8, 0)).isEqualTo(offsets(7, 0));
    }

    private static org.apache.kafka.connect.sink.SinkRecord field(long offset, String value) {
        return DeliveryOf.sinkRecord(0, offset, null, Map.of("f", value));
    }
}
