package dev.pinflow.connect.rds.record;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Base64;

/**
 * Pieces of JSON, written one behind the other as UTF-8 bytes. It knows how values are spelled, but not whether they
 * stand where they may. For one thread; reused for every row.
 */
final class JsonBuffer {
    private static final int USUAL_BYTES = 1024;
    private static final int LONGEST_NUMBER = 20;
    private static final int LONGEST_ESCAPE = 6;
    private static final byte[] HEX = ascii("0123456789ABCDEF");
    private static final byte[] NULL = ascii("null");
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] LEAST_LONG = ascii(Long.toString(Long.MIN_VALUE));

    /** For each byte that cannot stand in a string as it is: the letter behind its backslash. */
    private static final byte[] ESCAPES = escapes();

    private byte[] bytes = new byte[USUAL_BYTES];
    private int length;

    /** Forgets everything written. */
    void clear() {
        length = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    void raw(byte[] json) {
        reserve(json.length);
        System.arraycopy(json, 0, bytes, length, json.length);
        length += json.length;
    }

    void writeNull() {
        raw(NULL);
    }

    void writeBoolean(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    void writeNumber(long value) {
        if (value == Long.MIN_VALUE) {
            raw(LEAST_LONG);
            return;
        }
        reserve(LONGEST_NUMBER);
        long rest = value;
        if (value < 0) {
            bytes[length++] = '-';
            rest = -value;
        }
        int end = length + digits(rest);
        for (int at = end - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length = end;
    }

    /** A number that is already spelled as JSON wants it. */
    void writeNumber(String json) {
        raw(ascii(json));
    }

    /** A string of ASCII characters none of which needs an escape. */
    void writePlain(String text) {
        writeQuoted(ascii(text));
    }

    void writeBase64(byte[] value) {
        writeQuoted(Base64.getEncoder().encode(value));
    }

    void writeDate(LocalDate value) {
        reserve(IsoText.MAX_LENGTH + 2);
        bytes[length++] = '"';
        length = IsoText.write(value, bytes, length);
        bytes[length++] = '"';
    }

    /** @param utc whether a {@code Z} follows */
    void writeDateTime(LocalDateTime value, boolean utc) {
        reserve(IsoText.MAX_LENGTH + 2);
        bytes[length++] = '"';
        length = IsoText.write(value, bytes, length);
        if (utc) {
            bytes[length++] = 'Z';
        }
        bytes[length++] = '"';
    }

    /** A string of any characters. */
    void writeText(byte[] utf8) {
        reserve(utf8.length + 2);
        bytes[length++] = '"';
        int copied = 0;
        for (int at = 0; at < utf8.length; at++) {
            byte escape = ESCAPES[utf8[at] & 0xFF];
            if (escape != 0) {
                copy(utf8, copied, at);
                reserve(LONGEST_ESCAPE + utf8.length - at);
                writeEscape(utf8[at], escape);
                copied = at + 1;
            }
        }
        copy(utf8, copied, utf8.length);
        bytes[length++] = '"';
    }

    private void copy(byte[] utf8, int from, int to) {
        System.arraycopy(utf8, from, bytes, length, to - from);
        length += to - from;
    }

    private void writeEscape(byte character, byte escape) {
        bytes[length++] = '\\';
        bytes[length++] = escape;
        if (escape == 'u') {
            bytes[length++] = '0';
            bytes[length++] = '0';
            bytes[length++] = HEX[character >> 4];
            bytes[length++] = HEX[character & 0xF];
        }
    }

    private void writeQuoted(byte[] plain) {
        reserve(plain.length + 2);
        bytes[length++] = '"';
        copy(plain, 0, plain.length);
        bytes[length++] = '"';
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }

    private static int digits(long value) {
        int digits = 1;
        for (long rest = value; rest >= 10; rest /= 10) {
            digits++;
        }
        return digits;
    }

    private static byte[] escapes() {
        byte[] escapes = new byte[256];
        Arrays.fill(escapes, 0, ' ', (byte) 'u');
        escapes['"'] = '"';
        escapes['\\'] = '\\';
        escapes['\b'] = 'b';
        escapes['\t'] = 't';
        escapes['\n'] = 'n';
        escapes['\f'] = 'f';
        escapes['\r'] = 'r';
        return escapes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
