package dev.pinflow.ingest.write;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * One record of a request. The arrays are not copied: nobody changes them.
 *
 * @param partition the partition that the client asked for
 * @param key the record's key, if it has one
 * @param value the record's value; empty is a tombstone
 */
public record PostedRecord(OptionalInt partition, Optional<byte[]> key, Optional<byte[]> value) {}
