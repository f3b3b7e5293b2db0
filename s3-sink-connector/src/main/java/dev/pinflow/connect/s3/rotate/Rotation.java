package dev.pinflow.connect.s3.rotate;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * When the open objects of a topic partition are written, all of them together.
 *
 * @param flushSize number of records of the topic partition, over all of its open objects, at least 1
 * @param recordTime by the records' own time; empty for never
 * @param schedule by wall-clock ticks; empty for none
 * @param bytes size of one open object, as stored, that is enough; empty for no limit
 * @param age wall-clock time since the first record; empty for no limit
 * @param openObjects most open objects of a topic partition; empty for no limit
 */
public record Rotation(
        int flushSize,
        Optional<RecordTime> recordTime,
        Optional<Schedule> schedule,
        OptionalLong bytes,
        Optional<Duration> age,
        OptionalInt openObjects) {}
