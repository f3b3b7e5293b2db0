package dev.pinflow.connect.s3.rotate;

import java.util.Optional;

/**
 * When the open objects of a topic partition are written, all of them together.
 *
 * @param flushSize number of records of the topic partition, over all of its open objects, at least 1
 * @param schedule wall-clock ticks; empty for none
 */
public record Rotation(int flushSize, Optional<Schedule> schedule) {}
