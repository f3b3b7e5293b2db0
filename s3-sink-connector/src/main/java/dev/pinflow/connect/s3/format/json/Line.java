package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.kafka.connect.errors.DataException;

/**
 * The JSON text of one record until it is clear that all of it can be written; grows to the longest record.
 *
 * <p>Scalars look as Jackson's generator writes them. Brackets, names and separators are up to the caller.
 */
final class Line {
    private static final int LEAST = 512;
    private static final int LONGEST_NUMBER = 26;
    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    /** Jackson's own limit; a value that contains itself meets it before the stack ends. */
    private static final int DEEPEST = 1000;

    private byte[] bytes = {};
    private int length;
    private int depth;

    void reset() {
        length = 0;
        depth = 0;
    }

    void open(char bracket) {
        if (++depth > DEEPEST) {
            throw new DataException("it nests deeper than " + DEEPEST + " levels");
        }
        symbol(bracket);
    }

    void close(char bracket) {
        depth--;
        symbol(bracket);
    }

    void symbol(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
    }

    void none() {
        raw(NULL);
    }

    void flag(boolean value) {
        raw(value ? TRUE : FALSE);
    }

    void number(long value) {
        reserve(LONGEST_NUMBER);
        length = NumberOutput.outputLong(value, bytes, length);
    }

    void number(double value) {
        reserve(LONGEST_NUMBER);
        int end = ShortDecimals.write(value, bytes, length);
        if (end > 0) {
            length = end;
        } else if (Double.isFinite(value)) {
            ascii(Double.toString(value));
        } else {
            string(Double.toString(value));
        }
    }

    void number(float value) {
        if (Float.isFinite(value)) {
            ascii(Float.toString(value));
        } else {
            string(Float.toString(value));
        }
    }

    /** Text that needs no escapes, such as a number's. */
    void ascii(String text) {
        reserve(text.length());
        for (int i = 0; i < text.length(); i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
    }

    void string(String text) {
        // Two passes that the JVM knows to do fast, and a third over bytes, cost less than one over chars.
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        reserve(encoded.length + 2);
        bytes[length++] = '"';
        if (encoded.length == text.length() && Escapes.needsNone(encoded)) {
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
        } else {
            escaped(text);
        }
        symbol('"');
    }

    private void escaped(String text) {
        for (int start = 0; start < text.length(); start += LEAST) {
            int end = Math.min(start + LEAST, text.length());
            reserve((end - start) * Escapes.LONGEST);
            length = Escapes.write(text, start, end, bytes, length);
        }
    }

    void copyTo(OutputStream target) throws IOException {
        target.write(bytes, 0, length);
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(LEAST, Math.max(length + more, bytes.length * 2)));
        }
    }
}
