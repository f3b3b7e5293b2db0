package dev.pinflow.connect.s3.partition;

import java.util.Arrays;
import java.util.Optional;

/** The partitioners that come along, by every name that configuration may use for them. */
enum PartitionerName {
    /** Few open objects, but readers cannot skip any by what is in them. */
    DEFAULT("default", "DefaultPartitioner", "DefaultPartitioner"),
    /** Readers find a value fast, at the price of one open object per value. */
    FIELD("field", "FieldPartitioner", "FieldPartitioner"),
    /** Readers find a time fast, in folders as path.format likes, which must not be finer than the duration. */
    TIME("time", "TimePartitioner", "TimeBasedPartitioner"),
    /** As time, with nothing to set: year, month and day. */
    DAILY("daily", "DailyPartitioner", "DailyPartitioner"),
    /** As daily, and the hour: 24 times as many objects where records come late. */
    HOURLY("hourly", "HourlyPartitioner", "HourlyPartitioner"),
    /**
     * Readers find a value of a time fast, at the price of one open object per value and time. Confluent's sink has no such
     * partitioner; the name is that of a proposal with the same folders.
     */
    FIELD_AND_TIME("field-and-time", "FieldAndTimePartitioner", "FieldAndTimeBasedPartitioner");

    static final String CHOICE =
            "must be default, field, time, daily, hourly or field-and-time, one of Confluent's names"
                    + " for them such as io.confluent.connect.storage.partitioner.FieldPartitioner, or a class of your own";

    private static final String OURS = "dev.pinflow.connect.s3.partition.";
    private static final String CONFLUENT = "io.confluent.connect.storage.partitioner.";

    private final String shortName;
    private final String ownClass;
    private final String confluentClass;

    PartitionerName(String shortName, String ownClass, String confluentClass) {
        this.shortName = shortName;
        this.ownClass = OURS + ownClass;
        this.confluentClass = CONFLUENT + confluentClass;
    }

    static Optional<PartitionerName> named(String text) {
        return Arrays.stream(values()).filter(name -> name.isNamed(text)).findFirst();
    }

    boolean goesByField() {
        return this == FIELD || this == FIELD_AND_TIME;
    }

    boolean goesByTime() {
        return this == TIME || this == DAILY || this == HOURLY || this == FIELD_AND_TIME;
    }

    /** Whether the folders' names and their width in time are set by options. */
    boolean hasPathFormat() {
        return this == TIME || this == FIELD_AND_TIME;
    }

    private boolean isNamed(String text) {
        return text.equals(shortName) || text.equals(ownClass) || text.equals(confluentClass);
    }
}
