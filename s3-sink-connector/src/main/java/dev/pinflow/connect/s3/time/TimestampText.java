package dev.pinflow.connect.s3.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.joda.time.format.DateTimeFormatter;
import org.joda.time.format.ISODateTimeFormat;

/**
 * Reads texts of moments: 1 to 19 digits are milliseconds since 1970, everything else is ISO-8601 as {@link
 * ISODateTimeFormat#dateTimeParser} takes it. A time without offset is UTC, so that the worker's own zone never matters.
 *
 * <p>The common form {@code 2025-01-31T10:15:30.123Z} is read by hand, more than ten times faster. Used from one thread
 * only.
 */
final class TimestampText {
    private static final DateTimeFormatter ISO =
            ISODateTimeFormat.dateTimeParser().withZoneUTC();
    private static final String FORM = "0000-00-00T00:00:00";
    private static final long DAY = 86_400_000;
    private static final int MOST_DIGITS = 19;

    private int lastDate = -1;
    private long lastMidnight;

    /** @throws IllegalArgumentException when the text is neither */
    long millis(String text) {
        if (isNumber(text)) {
            return Long.parseLong(text);
        }
        if (hasCommonForm(text)) {
            int date = number(text, 0, 4) * 10_000 + number(text, 5, 7) * 100 + number(text, 8, 10);
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            if (hour < 24 && minute < 60 && second < 60 && isDate(date)) {
                return lastMidnight + hour * 3_600_000L + minute * 60_000L + second * 1_000L + fraction(text);
            }
        }
        return ISO.parseMillis(text);
    }

    private static boolean isNumber(String text) {
        int length = text.length();
        if (length == 0 || length > MOST_DIGITS) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Date and time to the second, then nothing or 1 to 9 digits of a fraction, then Z. */
    private static boolean hasCommonForm(String text) {
        int end = text.length() - 1;
        int point = FORM.length();
        if (end < point || end > point + 10 || end == point + 1 || text.charAt(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < point; i++) {
            char expected = FORM.charAt(i);
            char actual = text.charAt(i);
            if (expected == '0' ? !isDigit(actual) : actual != expected) {
                return false;
            }
        }
        for (int i = point + 1; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return end == point || text.charAt(point) == '.';
    }

    private static int fraction(String text) {
        int end = text.length() - 1;
        int from = FORM.length() + 1;
        int millis = 0;
        for (int i = from; i < from + 3; i++) {
            millis = millis * 10 + (i < end ? text.charAt(i) - '0' : 0);
        }
        return millis;
    }

    /** Whether there is such a day, which is remembered: records of one day follow each other. */
    private boolean isDate(int date) {
        if (date == lastDate) {
            return true;
        }
        try {
            lastMidnight =
                    LocalDate.of(date / 10_000, date / 100 % 100, date % 100).toEpochDay() * DAY;
            lastDate = date;
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = number * 10 + text.charAt(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
