package dev.pinflow.connect.rds.offset;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.errors.ConnectException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlteredOffsetsTest {
    private static final Map<String, ?> PARTITION = Map.of("emulation", "user-1", "stride", "2");

    private static void check(Map<String, ?> partition, Map<String, ?> offset) {
        AlteredOffsets.check("user-1", Collections.singletonMap(partition, offset));
    }

    private static Map<String, Object> offset(Object next, Object posted) {
        Map<String, Object> offset = new HashMap<>();
        offset.put("next", next);
        offset.put("posted", posted);
        return offset;
    }

    @Test
    void acceptsAnOffsetOfTheStride() {
        assertThatCode(() -> check(PARTITION, offset(10L, 1L))).doesNotThrowAnyException();
        assertThatCode(() -> check(PARTITION, offset(10, 0))).doesNotThrowAnyException();
        assertThatCode(() ->
                        check(PARTITION, Map.of("next", 10L, "posted", 1L, "keys", "-3..9", "tables", "pin=0..9#ab")))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsAResetOfAnyPartition() {
        assertThatCode(() -> check(PARTITION, null)).doesNotThrowAnyException();
        assertThatCode(() -> check(Map.of("filename", 3), null)).doesNotThrowAnyException();
        assertThatCode(() -> check(null, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource
    void refusesOffsets(Map<String, Object> wrong) {
        assertThatThrownBy(() -> check(PARTITION, wrong))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining(wrong.toString());
    }

    static Stream<Map<String, Object>> refusesOffsets() {
        return Stream.of(
                offset("nan", 0L),
                offset(null, 0L),
                offset(new Object(), 0L),
                offset(3.14, 0L),
                offset(-6L, 0L),
                offset("10", 0L),
                offset(11L, 0L),
                offset(10L, -1L),
                offset(10L, null),
                Map.of(),
                Map.of("next", 10L),
                Map.of("next", 10L, "posted", 1L, "position", 7L),
                Map.of("next", 10L, "posted", 1L, "tables", 7L),
                Map.of("next", 10L, "posted", 1L, "keys", "9..0"),
                Map.of("next", 10L, "posted", 1L, "keys", 7L),
                Map.of("next", Long.MAX_VALUE - 5, "posted", 1L));
    }

    @ParameterizedTest
    @MethodSource
    void refusesPartitions(Map<String, ?> wrong) {
        assertThatThrownBy(() -> check(wrong, offset(10L, 0L)))
                .isInstanceOf(ConnectException.class)
                .hasMessageContaining("is not one of this connector");
    }

    static Stream<Map<String, ?>> refusesPartitions() {
        return Stream.of(
                Map.of(),
                Map.of("stride", "2"),
                Map.of("emulation", "user-1", "stride", 2L),
                Map.of("emulation", "user-1", "stride", "8"),
                Map.of("emulation", "user-1", "stride", "02"),
                Map.of("emulation", "user-2", "stride", "2"),
                Map.of("emulation", "user-1", "stride", "2", "more", "x"));
    }
}
