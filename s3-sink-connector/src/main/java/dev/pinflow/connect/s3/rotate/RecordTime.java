package dev.pinflow.connect.s3.rotate;

import dev.pinflow.connect.s3.time.TimestampExtractor;

/**
 * Rotation by the records' own time.
 *
 * @param intervalMs span in ms, at least 1: a record that is so much later than the first one since the last rotation
 *     opens the next objects
 * @param onPartitionChange whether a record whose encoded partition differs from that of the record before it does so too
 */
public record RecordTime(long intervalMs, TimestampExtractor timestamps, boolean onPartitionChange) {}
