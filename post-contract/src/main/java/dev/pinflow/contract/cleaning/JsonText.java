package dev.pinflow.contract.cleaning;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The inside of a text in JSON. */
final class JsonText {
    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long QUOTES = '"' * ONES;
    private static final long BACKSLASHES = '\\' * ONES;
    private static final long SPACES = ' ' * ONES;

    /** What the JDK makes of bytes that are no UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private JsonText() {}

    /**
     * Where the first byte is that does not stand for itself: a quote, a backslash, a control character or a byte above
     * ASCII; the array's length when there is none. Looks at eight bytes at once.
     */
    static int endOfPlain(byte[] json, int from) {
        int at = from;
        while (at <= json.length - Long.BYTES) {
            long bytes = (long) EIGHT.get(json, at);
            long quotes = bytes ^ QUOTES;
            long backslashes = bytes ^ BACKSLASHES;
            // A difference of zero borrows from its own high bit; bytes above a borrow may be marked in error.
            long marks = ((quotes - ONES) | (backslashes - ONES) | (bytes - SPACES) | bytes) & HIGH_BITS;
            if (marks != 0) {
                return at + Long.numberOfTrailingZeros(marks) / Byte.SIZE;
            }
            at += Long.BYTES;
        }
        while (at < json.length && isPlain(json[at])) {
            at++;
        }
        return at;
    }

    private static boolean isPlain(byte character) {
        return character >= ' ' && character != '"' && character != '\\';
    }

    /** Where the quote is that ends the text, or at or behind the array's end when there is none before a control character. */
    static int end(byte[] json, int from) {
        int end = from;
        while (end < json.length && json[end] != '"') {
            if (json[end] >= 0 && json[end] < ' ') {
                return json.length;
            }
            end += json[end] == '\\' ? 2 : 1;
        }
        return end;
    }

    /** Escapes are left as they are; null when the bytes are no UTF-8, or perhaps none. */
    static String decoded(byte[] json, int start, int end) {
        String text = new String(json, start, end - start, StandardCharsets.UTF_8);
        return text.indexOf(REPLACEMENT) < 0 ? text : null;
    }

    /** What the text with escapes means; null when it has a wrong one. */
    static String unescaped(String text) {
        StringBuilder unescaped = new StringBuilder(text.length());
        int from = 0;
        int backslash = text.indexOf('\\');
        while (backslash >= 0) {
            unescaped.append(text, from, backslash);
            char escape = text.charAt(backslash + 1);
            from = backslash + 2;
            switch (escape) {
                case '"', '\\', '/' -> unescaped.append(escape);
                case 'b' -> unescaped.append('\b');
                case 'f' -> unescaped.append('\f');
                case 'n' -> unescaped.append('\n');
                case 'r' -> unescaped.append('\r');
                case 't' -> unescaped.append('\t');
                case 'u' -> {
                    if (!isHex(text, from)) {
                        return null;
                    }
                    unescaped.append((char) HexFormat.fromHexDigits(text, from, from + 4));
                    from += 4;
                }
                default -> {
                    return null;
                }
            }
            backslash = text.indexOf('\\', from);
        }
        return unescaped.append(text, from, text.length()).toString();
    }

    private static boolean isHex(String text, int from) {
        return text.length() - from >= 4
                && HexFormat.isHexDigit(text.charAt(from))
                && HexFormat.isHexDigit(text.charAt(from + 1))
                && HexFormat.isHexDigit(text.charAt(from + 2))
                && HexFormat.isHexDigit(text.charAt(from + 3));
    }

    /** Whether UTF-8 can hold the text: an escaped half of a surrogate pair cannot be stored as received. */
    static RawRecord.Kind kind(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return RawRecord.Kind.BROKEN_TEXT;
                }
                i++;
            }
        }
        return RawRecord.Kind.TEXT;
    }
}
