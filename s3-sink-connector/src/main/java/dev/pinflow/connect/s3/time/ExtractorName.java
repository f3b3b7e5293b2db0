package dev.pinflow.connect.s3.time;

import java.util.Arrays;
import java.util.Optional;

/** The timestamp extractors that come along, by every name that configuration may use for them. */
enum ExtractorName {
    /** Always there, but the same record may lie elsewhere after a replay. */
    WALLCLOCK("Wallclock"),
    /** Costs nothing and survives a replay, but tells when the record reached Kafka rather than when it happened. */
    RECORD("Record"),
    /** Tells when it happened and survives a replay, but every record must have the field. */
    RECORD_FIELD("RecordField");

    private static final String CONFLUENT = "io.confluent.connect.storage.partitioner.TimeBasedPartitioner$";

    private final String shortName;

    ExtractorName(String shortName) {
        this.shortName = shortName;
    }

    static Optional<ExtractorName> named(String text) {
        return Arrays.stream(values()).filter(name -> name.isNamed(text)).findFirst();
    }

    private boolean isNamed(String text) {
        return text.equals(shortName) || text.equals(CONFLUENT + shortName + "TimestampExtractor");
    }
}
