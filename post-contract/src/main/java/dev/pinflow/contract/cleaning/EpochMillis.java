package dev.pinflow.contract.cleaning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * Reads the datetime texts that exist in the wild: {@code 2020-08-28T03:52:47}, {@code 2020-08-28 03:52:47},
 * {@code 2020:08:28 03:52:47}, each with an optional fraction (truncated to milliseconds) and zone (none means UTC), and
 * digits alone as epoch milliseconds. Years 1 to 9999; what no calendar has is no date.
 */
public final class EpochMillis {
    private static final long MILLIS_PER_DAY = 86_400_000L;
    private static final long MIN = LocalDate.of(1, 1, 1).toEpochDay() * MILLIS_PER_DAY;
    private static final long MAX = LocalDate.of(10_000, 1, 1).toEpochDay() * MILLIS_PER_DAY - 1;
    private static final int DATE_TIME_LENGTH = "2020-08-28T03:52:47".length();
    private static final int MAX_EPOCH_DIGITS = 18;

    private EpochMillis() {}

    /** The literal of a whole number of epoch milliseconds, positive or negative; empty when it is none in range. */
    public static OptionalLong ofNumber(String literal) {
        return WholeNumber.parse(literal, MIN, MAX);
    }

    /** A text without white space around it; empty when it is no date in these forms. */
    public static OptionalLong ofText(String trimmed) {
        if (digits(trimmed, 0, trimmed.length())) {
            return trimmed.length() <= MAX_EPOCH_DIGITS ? inRange(Long.parseLong(trimmed)) : OptionalLong.empty();
        }
        if (!hasDateTimeShape(trimmed)) {
            return OptionalLong.empty();
        }
        int zone = endOfFraction(trimmed);
        OptionalLong offset = zone < 0 ? OptionalLong.empty() : zoneMillis(trimmed.substring(zone));
        OptionalLong local = localMillis(trimmed, zone);
        return offset.isPresent() && local.isPresent()
                ? inRange(local.getAsLong() - offset.getAsLong())
                : OptionalLong.empty();
    }

    private static OptionalLong inRange(long millis) {
        return millis >= MIN && millis <= MAX ? OptionalLong.of(millis) : OptionalLong.empty();
    }

    private static boolean hasDateTimeShape(String text) {
        if (text.length() < DATE_TIME_LENGTH) {
            return false;
        }
        char dash = text.charAt(4);
        char middle = text.charAt(10);
        boolean separators = (dash == '-' && (middle == 'T' || middle == ' ')) || (dash == ':' && middle == ' ');
        return separators
                && text.charAt(7) == dash
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && digits(text, 0, 4)
                && digits(text, 5, 7)
                && digits(text, 8, 10)
                && digits(text, 11, 13)
                && digits(text, 14, 16)
                && digits(text, 17, 19);
    }

    /** Where the zone begins, behind the fraction if there is one; -1 when a point has no digits behind it. */
    private static int endOfFraction(String text) {
        if (text.length() == DATE_TIME_LENGTH || text.charAt(DATE_TIME_LENGTH) != '.') {
            return DATE_TIME_LENGTH;
        }
        int end = DATE_TIME_LENGTH + 1;
        while (end < text.length() && digits(text, end, end + 1)) {
            end++;
        }
        return end == DATE_TIME_LENGTH + 1 ? -1 : end;
    }

    private static OptionalLong localMillis(String text, int fractionEnd) {
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        if (hour > 23 || minute > 59 || second > 59) {
            return OptionalLong.empty();
        }
        long millis = ((hour * 60L + minute) * 60 + second) * 1000;
        for (int i = 0, worth = 100; i < 3; i++, worth /= 10) {
            int place = DATE_TIME_LENGTH + 1 + i;
            millis += place < fractionEnd ? (text.charAt(place) - '0') * (long) worth : 0;
        }
        try {
            LocalDate date = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
            return OptionalLong.of(date.toEpochDay() * MILLIS_PER_DAY + millis);
        } catch (DateTimeException notInTheCalendar) {
            return OptionalLong.empty();
        }
    }

    /** What is to be subtracted to get UTC: nothing, Z, +hh, +hhmm or +hh:mm, up to 18 hours as ISO-8601 readers take. */
    private static OptionalLong zoneMillis(String zone) {
        if (zone.isEmpty() || zone.equals("Z") || zone.equals("z")) {
            return OptionalLong.of(0);
        }
        boolean colon = zone.length() == 6 && zone.charAt(3) == ':';
        String digits = colon ? zone.substring(1, 3) + zone.substring(4) : zone.substring(1);
        boolean signed = zone.charAt(0) == '+' || zone.charAt(0) == '-';
        if (!signed || (digits.length() != 2 && digits.length() != 4) || !digits(digits, 0, digits.length())) {
            return OptionalLong.empty();
        }
        int hours = number(digits, 0, 2);
        int minutes = digits.length() == 4 ? number(digits, 2, 4) : 0;
        if (minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return OptionalLong.empty();
        }
        long millis = (hours * 60L + minutes) * 60_000;
        return OptionalLong.of(zone.charAt(0) == '-' ? -millis : millis);
    }

    private static boolean digits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return end > start;
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
