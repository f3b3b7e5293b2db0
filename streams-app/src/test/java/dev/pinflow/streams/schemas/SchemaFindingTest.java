package dev.pinflow.streams.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaFindingTest {
    private static final String INT_A = "{\"name\":\"a\",\"type\":\"int\"}";
    private static final String LONG_A = "{\"name\":\"a\",\"type\":\"long\"}";
    private static final String TEXT_A = "{\"name\":\"a\",\"type\":\"string\"}";
    private static final String B = "{\"name\":\"b\",\"type\":\"int\"}";
    private static final String B_OR_NULL = "{\"name\":\"b\",\"type\":[\"null\",\"int\"],\"default\":null}";

    @Test
    void aSubjectWithoutVersionsIsNew() {
        assertThat(SchemaFinding.of("pins", schema(INT_A), List.of())).hasToString("pins is new");
    }

    static Stream<Arguments> versionsThatOursReads() {
        return Stream.of(
                Arguments.of("a field with a default was added since", List.of(INT_A), List.of(INT_A, B_OR_NULL)),
                Arguments.of("a field was removed since", List.of(INT_A, B), List.of(INT_A)),
                Arguments.of("a number became wider since", List.of(INT_A), List.of(LONG_A)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("versionsThatOursReads")
    void oursReadsAnOlderVersion(String change, List<String> older, List<String> ours) {
        SchemaFinding finding = SchemaFinding.of("pins", schema(ours), List.of(schema(older)));

        assertThat(finding).hasToString("pins is compatible");
    }

    static Stream<Arguments> versionsThatOursCannotRead() {
        return Stream.of(
                Arguments.of(List.of(INT_A), List.of(INT_A, B), "READER_FIELD_MISSING_DEFAULT_VALUE at /fields/1"),
                Arguments.of(List.of(LONG_A), List.of(INT_A), "TYPE_MISMATCH at /fields/0/type"),
                Arguments.of(List.of(INT_A), List.of(TEXT_A), "TYPE_MISMATCH at /fields/0/type"));
    }

    @ParameterizedTest
    @MethodSource("versionsThatOursCannotRead")
    void oursCannotReadAnOlderVersion(List<String> older, List<String> ours, String reason) {
        SchemaFinding finding = SchemaFinding.of("pins", schema(ours), List.of(schema(older)));

        assertThat(finding.state()).isEqualTo(SchemaFinding.State.INCOMPATIBLE);
        assertThat(finding.toString()).startsWith("pins is incompatible, version 1: " + reason);
    }

    @Test
    void everyVersionCountsAndTheFirstThatCannotBeReadIsNamed() {
        SchemaFinding finding =
                SchemaFinding.of("pins", schema(LONG_A), List.of(schema(INT_A), schema(TEXT_A), schema(LONG_A)));

        assertThat(finding.reason()).startsWith("version 2: ");
    }

    private static Schema schema(String... fields) {
        return schema(List.of(fields));
    }

    private static Schema schema(List<String> fields) {
        return new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"Pin\",\"fields\":[" + String.join(",", fields) + "]}");
    }
}
