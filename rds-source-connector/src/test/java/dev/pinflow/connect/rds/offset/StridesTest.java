package dev.pinflow.connect.rds.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

class StridesTest {
    private static final String ALL = TaskStrides.divide(1).get(0);

    private final Map<Map<String, String>, Map<String, Object>> stored = new HashMap<>();

    private Strides resume(String taskStrides) {
        return Strides.resume(taskStrides, "user-1", partitions -> stored);
    }

    private void store(Map<String, String> partition, Map<String, Object> offset) {
        stored.put(partition, new HashMap<>(offset));
    }

    private static long take(Strides strides) {
        long posting = strides.peek();
        strides.done(posting);
        return posting;
    }

    private void emit(Strides strides) {
        long posting = take(strides);
        store(strides.partition(posting), strides.after(posting));
    }

    @Property
    void everyStrideBelongsToOneTask(@ForAll @IntRange(min = 1, max = 20) int maxTasks) {
        List<String> divided = TaskStrides.divide(maxTasks);

        assertThat(divided).hasSizeBetween(1, Math.min(maxTasks, Stride.COUNT));
        assertThat(divided.stream()
                        .flatMap(task -> Arrays.stream(task.split(",")))
                        .map(Integer::valueOf)
                        .sorted())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void oneTaskTakesAllPostingsInOrder() {
        Strides strides = resume(ALL);

        assertThat(LongStream.generate(() -> take(strides)).limit(20))
                .containsExactlyElementsOf(LongStream.range(0, 20).boxed().toList());
    }

    @Test
    void aTaskTakesThePostingsOfItsStridesInOrder() {
        Strides strides = resume("5,2");

        assertThat(LongStream.generate(() -> take(strides)).limit(6)).containsExactly(2L, 5L, 10L, 13L, 18L, 21L);
        assertThat(strides.share()).isEqualTo(0.25);
    }

    @Test
    void peekingTakesNothing() {
        Strides strides = resume(ALL);

        assertThat(strides.peek()).isZero();
        assertThat(strides.peek()).isZero();
        assertThat(strides.peek(3, 100)).containsExactly(0, 1, 2);
        assertThat(take(strides)).isZero();
        assertThat(strides.peek()).isEqualTo(1);
    }

    @Test
    void peekingEndsBeforeTheLimit() {
        Strides strides = resume("1,5");

        assertThat(strides.peek(10, 14)).containsExactly(1, 5, 9, 13);
        assertThat(strides.peek(10, 13)).containsExactly(1, 5, 9);
        assertThat(strides.peek(10, 1)).isEmpty();
    }

    @Property
    void skippingLeavesThePostingsFromThereOn(
            @ForAll @IntRange(min = 1, max = 8) int tasks, @ForAll @IntRange(max = 500) int target) {
        long skipped = 0;
        for (String division : TaskStrides.divide(tasks)) {
            Strides strides = resume(division);
            skipped += strides.skipTo(target);

            assertThat(strides.peek()).isBetween((long) target, target + 7L);
            assertThat(strides.skipTo(target)).isZero();
        }
        assertThat(skipped).isEqualTo(target);
    }

    @Test
    void whatIsDoneOrBelongsToAnotherTaskIsNotToCome() {
        Strides strides = resume("2,3");
        strides.done(10);

        assertThat(strides.isToCome(2)).isFalse();
        assertThat(strides.isToCome(10)).isFalse();
        assertThat(strides.isToCome(18)).isTrue();
        assertThat(strides.isToCome(3)).isTrue();
        assertThat(strides.isToCome(4)).isFalse();
    }

    @Test
    void forgetsWhatWasDoneSinceAMark() {
        Strides strides = resume(ALL);
        take(strides);
        long[] mark = strides.mark();
        strides.skipTo(100);

        strides.reset(mark);

        assertThat(strides.peek()).isEqualTo(1);
    }

    @Test
    void offsetsNameTheTablesThatWereReadFrom() {
        Strides strides = resume(ALL);
        assertThat(strides.readFrom()).isEmpty();
        PostingSource source = new PostingSource("0..9", "pin=0..9#ab");
        strides.readFrom(source);
        emit(strides);

        assertThat(strides.before(9)).containsEntry("tables", "pin=0..9#ab").containsEntry("keys", "0..9");
        assertThat(resume("0").readFrom()).containsExactly(source);
        assertThat(resume("1").readFrom()).isEmpty();
    }

    @Test
    void offsetsBeforeAPostingRepeatItAndOffsetsAfterItDoNot() {
        Strides strides = resume(ALL);

        assertThat(strides.partition(11)).isEqualTo(Map.of("emulation", "user-1", "stride", "3"));
        assertThat(strides.before(11)).isEqualTo(Map.of("next", 11L, "posted", 0L));
        assertThat(strides.after(11)).isEqualTo(Map.of("next", 19L, "posted", 1L));
        assertThat(strides.before(19)).isEqualTo(Map.of("next", 19L, "posted", 1L));
    }

    /** Connect finds offsets by the bytes of the partition's JSON, so the order of its members counts. */
    @Test
    void aPartitionThatConnectHasReadBackGivesTheSameBytes() {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "false"), true);
            byte[] written = converter.fromConnectData("", null, new Stride(3).partition("user-1"));
            Object readBack = converter.toConnectData("", written).value();

            assertThat(converter.fromConnectData("", null, readBack)).isEqualTo(written);
        }
    }

    @Test
    void resumesAfterTheLastStoredPostingEvenOnOtherTasks() {
        Strides first = resume(ALL);
        for (int i = 0; i < 13; i++) {
            emit(first);
        }

        List<Strides> second = TaskStrides.divide(3).stream().map(this::resume).collect(Collectors.toList());

        assertThat(second.stream().mapToLong(Strides::peek).min()).hasValue(13);
        assertThat(second.stream().mapToLong(Strides::posted).sum()).isEqualTo(13);
        assertThat(take(resume(ALL))).isEqualTo(13);
    }

    @Test
    void aPostingThatEmitsNothingIsNotCounted() {
        Strides strides = resume("0");
        take(strides);
        emit(strides);

        assertThat(strides.posted()).isEqualTo(1);
        assertThat(resume("0").peek()).isEqualTo(16);
    }

    @Test
    void refusesToGoOnFromADamagedOffset() {
        stored.put(new Stride(0).partition("user-1"), Map.of("next", 3L, "posted", 0L));

        assertThatThrownBy(() -> resume(ALL))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("does not belong to stride 0");
    }

    @Test
    void refusesStridesThatTheConnectorDidNotSet() {
        for (String wrong : List.of("", "8", "-1", "a", "1,,2")) {
            assertThatThrownBy(() -> resume(wrong))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("task.strides");
        }
    }
}
