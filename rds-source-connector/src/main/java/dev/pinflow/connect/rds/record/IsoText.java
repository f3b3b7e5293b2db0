package dev.pinflow.connect.rds.record;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Dates and times as ISO 8601 text that always has seconds, such as {@code 2020-08-28T03:52:00}. */
final class IsoText {
    private IsoText() {}

    static String of(LocalDateTime value) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value);
    }
}
