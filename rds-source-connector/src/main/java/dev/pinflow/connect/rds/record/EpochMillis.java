package dev.pinflow.connect.rds.record;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Turns a wall clock's date and time into milliseconds since 1970; what is shorter than a millisecond is cut off.
 *
 * <p>Where the zone's clocks are set forward, times that they skip count on from before; where they are set back, times
 * that come twice are taken as the first.
 */
final class EpochMillis {
    static final EpochMillis UTC = new EpochMillis(ZoneOffset.UTC);

    private final ZoneId zone;

    EpochMillis(ZoneId zone) {
        // UTC by any of its names becomes an offset, which needs no look-up of rules.
        this.zone = zone.normalized();
    }

    long of(LocalDateTime value) {
        return zone instanceof ZoneOffset offset
                ? value.toInstant(offset).toEpochMilli()
                : value.atZone(zone).toInstant().toEpochMilli();
    }
}
