package dev.pinflow.cli.seed;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the date-time texts of the data contract, section 3, into the one form that a DATETIME column takes. */
final class DateTimeText {
    private static final DateTimeFormatter SQL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final Pattern FORMS =
            Pattern.compile("(?:(\\d{4})-(\\d\\d)-(\\d\\d)[T ]|(\\d{4}):(\\d\\d):(\\d\\d) )"
                    + "(\\d\\d:\\d\\d:\\d\\d)(?:\\.\\d+)?([Zz]|[+-]\\d\\d(?::?\\d\\d)?)?");
    private static final Pattern EPOCH_MILLIS = Pattern.compile("-?\\d{1,18}");

    private DateTimeText() {}

    static String of(LocalDateTime utc) {
        return SQL.format(utc);
    }

    /** The same moment in UTC without its fraction of a second; empty when it is none that MySQL can keep. */
    static Optional<String> parse(String text) {
        Matcher form = FORMS.matcher(text);
        try {
            if (form.matches()) {
                return inRange(utc(form));
            }
            return EPOCH_MILLIS.matcher(text).matches()
                    ? inRange(LocalDateTime.ofEpochSecond(Math.floorDiv(Long.parseLong(text), 1000), 0, ZoneOffset.UTC))
                    : Optional.empty();
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    private static LocalDateTime utc(Matcher form) {
        int year = form.group(1) == null ? 4 : 1;
        String date = form.group(year) + "-" + form.group(year + 1) + "-" + form.group(year + 2);
        LocalDateTime local = LocalDateTime.parse(date + "T" + form.group(7));
        String zone = form.group(8);
        return zone == null
                ? local
                : LocalDateTime.ofInstant(
                        local.toInstant(ZoneOffset.of(zone.toUpperCase(Locale.ROOT))), ZoneOffset.UTC);
    }

    private static Optional<String> inRange(LocalDateTime utc) {
        return utc.getYear() >= 1000 && utc.getYear() <= 9999 ? Optional.of(of(utc)) : Optional.empty();
    }
}
