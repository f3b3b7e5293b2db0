package dev.pinflow.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

class ExpectationTest {
    @Test
    void knowsAsManyObjectsAsWholeTenThousandsOfRecords() {
        assertThat(Expectation.LISTED.contents(Input.EVENTS, 170_000).orElseThrow())
                .hasSize(102)
                .hasSize((int) Expectation.LISTED.objects(Input.EVENTS, 170_000));
        assertThat(Expectation.LISTED.contents(Input.EVENTS, 20_000).orElseThrow())
                .hasSize(12);
    }

    @Test
    void namesVerbatimObjectsAsConfluentNamesItsOwn() {
        assertThat(Expectation.VERBATIM
                        .contents(Input.EVENTS, 10_000)
                        .orElseThrow()
                        .keySet())
                .isEqualTo(Expectation.LISTED
                        .contents(Input.EVENTS, 10_000)
                        .orElseThrow()
                        .keySet());
    }

    @Test
    void tellsTheFirstObjectThatDiffers() {
        SortedMap<String, String> stored =
                new TreeMap<>(Expectation.LISTED.contents(Input.EVENTS, 10_000).orElseThrow());
        Expectation.LISTED.check(stored, Input.EVENTS, 10_000);

        stored.put(stored.lastKey(), "1\t0");
        assertThatThrownBy(() -> Expectation.LISTED.check(stored, Input.EVENTS, 10_000))
                .hasMessageStartingWith("topics/benchjson-2/partition=1/benchjson-2+1+0000000000.json is '1\t0'");
    }

    @Test
    void missesAnObject() {
        assertThatThrownBy(() -> Expectation.COUNT.check(Map.of(), Input.EVENTS, 10_000))
                .hasMessage("there are 0 objects instead of 6");
    }

    @Test
    void eventsAreOf283BytesAndEnvelopesOf1240() {
        assertThat(Input.EVENTS.record(1, 1, 12_345).value()).hasSizeBetween(260, 290);
        assertThat(Input.ENVELOPES.record(1, 1, 12_345).value()).hasSizeBetween(1200, 1280);
    }

    @Test
    void anEnvelopeIsReadAsAStruct() {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "true"), false);

            SchemaAndValue event = converter.toConnectData(
                    "benchstr-0", Input.ENVELOPES.record(0, 0, 7).value());

            assertThat(event.schema().name()).isEqualTo("bench.Event");
            assertThat(((Struct) event.value()).getStruct("address").schema().name())
                    .isEqualTo("bench.Address");
            assertThat(((Struct) event.value()).getInt64("id")).isEqualTo(7);
        }
    }
}
