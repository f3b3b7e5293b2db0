package dev.pinflow.connect.s3.rotate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Wall-clock ticks at whole multiples of an interval since local midnight, and one at the next midnight, so that every
 * day has the same ticks whatever the interval.
 */
public record Schedule(Duration interval, ZoneId zone) {
    /** The first tick after the given moment. */
    public Instant after(Instant moment) {
        ZonedDateTime local = moment.atZone(zone);
        Instant midnight = local.toLocalDate().atStartOfDay(zone).toInstant();
        Instant nextMidnight =
                local.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        long elapsed = Duration.between(midnight, moment).toMillis();
        Instant tick = midnight.plusMillis((elapsed / interval.toMillis() + 1) * interval.toMillis());
        return tick.isBefore(nextMidnight) ? tick : nextMidnight;
    }
}
