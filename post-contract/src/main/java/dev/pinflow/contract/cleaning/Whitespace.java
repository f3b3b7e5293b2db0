package dev.pinflow.contract.cleaning;

/** The contract's trimming: space, tab, CR, LF and U+00A0 at both ends; {@link String#strip()} leaves U+00A0. */
final class Whitespace {
    private static final char NO_BREAK_SPACE = '\u00A0';

    private Whitespace() {}

    static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == NO_BREAK_SPACE;
    }
}
