package dev.pinflow.streams.answers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/**
 * Who made a post. All three columns together tell persons apart.
 *
 * @param age in years
 * @param dateJoined in milliseconds since the epoch
 */
record Person(String userName, OptionalInt age, long dateJoined) {
    /** The UTC year of joining. */
    int yearJoined() {
        return Instant.ofEpochMilli(dateJoined).atOffset(ZoneOffset.UTC).getYear();
    }
}
