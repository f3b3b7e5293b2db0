package dev.pinflow.connect.rds.record;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;

/**
 * Dates and times of the years 0 to 9999 as ISO 8601 text that always has seconds, and a fraction without trailing zeros
 * if there is one, such as {@code 2020-08-28T03:52:00.12}.
 *
 * <p>The text of {@link java.time.format.DateTimeFormatter#ISO_LOCAL_DATE_TIME}, written without it: a formatter costs
 * more than all the rest of a record.
 */
final class IsoText {
    /** The longest text, zone included. */
    private static final int MAX_LENGTH = 30;

    private static final int FRACTION_DIGITS = 9;

    private IsoText() {}

    static String date(LocalDate value) {
        byte[] text = new byte[MAX_LENGTH];
        return text(text, write(value, text, 0));
    }

    static String local(LocalDateTime value) {
        byte[] text = new byte[MAX_LENGTH];
        return text(text, write(value, text, 0));
    }

    /** The text of an instant, given as date and time in UTC: with a {@code Z}. */
    static String utc(LocalDateTime value) {
        byte[] text = new byte[MAX_LENGTH];
        int end = write(value, text, 0);
        text[end++] = 'Z';
        return text(text, end);
    }

    /** Writes ASCII and returns where it ends. */
    private static int write(LocalDate value, byte[] into, int start) {
        int at = twoDigits(value.getYear() / 100, into, start);
        at = twoDigits(value.getYear() % 100, into, at);
        into[at++] = '-';
        at = twoDigits(value.getMonthValue(), into, at);
        into[at++] = '-';
        return twoDigits(value.getDayOfMonth(), into, at);
    }

    /** Writes ASCII and returns where it ends. */
    private static int write(LocalDateTime value, byte[] into, int start) {
        int at = write(value.toLocalDate(), into, start);
        into[at++] = 'T';
        at = twoDigits(value.getHour(), into, at);
        into[at++] = ':';
        at = twoDigits(value.getMinute(), into, at);
        into[at++] = ':';
        at = twoDigits(value.getSecond(), into, at);
        return value.getNano() == 0 ? at : fraction(value.getNano(), into, at);
    }

    private static int fraction(int nanos, byte[] into, int start) {
        into[start] = '.';
        int digits = FRACTION_DIGITS;
        int rest = nanos;
        while (rest % 10 == 0) {
            rest /= 10;
            digits--;
        }
        for (int digit = digits; digit > 0; digit--) {
            into[start + digit] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return start + digits + 1;
    }

    private static int twoDigits(int number, byte[] into, int at) {
        into[at] = (byte) ('0' + number / 10);
        into[at + 1] = (byte) ('0' + number % 10);
        return at + 2;
    }

    private static String text(byte[] ascii, int length) {
        return new String(ascii, 0, length, StandardCharsets.ISO_8859_1);
    }
}
