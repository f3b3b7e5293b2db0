package dev.pinflow.benchmarks.s3;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The cases that need nothing from elsewhere. */
final class SinkCases {
    static final String DEFAULT = "null,json,json+40ms,null-bytes,verbatim,struct-json,parquet";

    private static final Map<String, String> JSON = Map.of(
            "value.converter", "org.apache.kafka.connect.json.JsonConverter",
            "value.converter.schemas.enable", "false");
    private static final Map<String, String> ENVELOPE = Map.of(
            "value.converter", "org.apache.kafka.connect.json.JsonConverter",
            "value.converter.schemas.enable", "true");
    private static final Map<String, String> BYTES =
            Map.of("value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter");
    private static final Duration DELAY = Duration.ofMillis(40);

    private SinkCases() {}

    static SinkCase json() {
        return SinkCase.pinflow("json", Input.EVENTS, Expectation.LISTED, JSON, "json.JsonFormat");
    }

    static SinkCase structJson() {
        return SinkCase.pinflow("struct-json", Input.ENVELOPES, Expectation.COUNT, ENVELOPE, "json.JsonFormat");
    }

    static List<SinkCase> all() {
        return List.of(
                SinkCase.floor("null", Input.EVENTS, JSON),
                json(),
                json().named("json+40ms").delayed(DELAY),
                json().named("json-gzip").expecting(Expectation.COUNT).with(Map.of("s3.compression.type", "gzip")),
                SinkCase.floor("null-bytes", Input.EVENTS, BYTES),
                SinkCase.pinflow("verbatim", Input.EVENTS, Expectation.VERBATIM, BYTES, "json.JsonFormat")
                        .with(Map.of("json.text", "verbatim")),
                SinkCase.pinflow("bytes", Input.EVENTS, Expectation.VERBATIM, BYTES, "bytearray.ByteArrayFormat")
                        .with(Map.of("format.bytearray.extension", ".json")),
                SinkCase.floor("null-struct", Input.ENVELOPES, ENVELOPE),
                structJson(),
                SinkCase.pinflow("parquet", Input.ENVELOPES, Expectation.COUNT, ENVELOPE, "parquet.ParquetFormat"));
    }
}
