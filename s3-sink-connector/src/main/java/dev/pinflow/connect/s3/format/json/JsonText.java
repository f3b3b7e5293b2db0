package dev.pinflow.connect.s3.format.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Text that is JSON already, in UTF-8. */
final class JsonText {
    private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;

    private JsonText() {}

    /** Whether there is nothing but what JSON counts as white space. */
    static boolean isBlank(byte[] text, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (text[i] != ' ' && text[i] != '\n' && text[i] != '\r' && text[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    /** Looks at eight bytes at a time: this is done for every record, and hardly any has one. */
    static boolean hasLineBreak(byte[] text, int offset, int length) {
        int i = offset;
        int end = offset + length;
        for (; i <= end - Long.BYTES; i += Long.BYTES) {
            long word = (long) WORDS.get(text, i);
            if ((zeroByte(word ^ '\n' * ONES) | zeroByte(word ^ '\r' * ONES)) != 0) {
                return true;
            }
        }
        for (; i < end; i++) {
            if (isLineBreak(text[i])) {
                return true;
            }
        }
        return false;
    }

    /** Not zero exactly when one of the eight bytes is zero. */
    private static long zeroByte(long word) {
        return (word - ONES) & ~word & HIGHS;
    }

    /** A copy with spaces for line breaks: JSON allows those between tokens only, so nothing changes its meaning. */
    static byte[] onOneLine(byte[] text, int offset, int length) {
        byte[] line = Arrays.copyOfRange(text, offset, offset + length);
        for (int i = 0; i < length; i++) {
            if (isLineBreak(line[i])) {
                line[i] = ' ';
            }
        }
        return line;
    }

    private static boolean isLineBreak(byte b) {
        return b == '\n' || b == '\r';
    }
}
