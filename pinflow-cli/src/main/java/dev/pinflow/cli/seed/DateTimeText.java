package dev.pinflow.cli.seed;

import dev.pinflow.contract.cleaning.EpochMillis;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Brings the date-time texts of the data contract, section 3, into the one form that a DATETIME column takes. */
final class DateTimeText {
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private DateTimeText() {}

    static String of(LocalDateTime utc) {
        return SQL.format(utc);
    }

    /** The same moment in UTC without its fraction of a second; empty when it is none that MySQL can keep. */
    static Optional<String> parse(String text) {
        OptionalLong form = EpochMillis.ofText(text);
        OptionalLong millis = form.isPresent() ? form : EpochMillis.ofNumber(text);
        return millis.isEmpty()
                ? Optional.empty()
                : inRange(LocalDateTime.ofEpochSecond(Math.floorDiv(millis.getAsLong(), 1000), 0, ZoneOffset.UTC));
    }

    private static Optional<String> inRange(LocalDateTime utc) {
        return utc.getYear() >= 1000 && utc.getYear() <= 9999 ? Optional.of(of(utc)) : Optional.empty();
    }
}
