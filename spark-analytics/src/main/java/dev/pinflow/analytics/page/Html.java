package dev.pinflow.analytics.page;

/** Makes text safe to stand in HTML and SVG, between tags and in quoted attributes alike. */
public final class Html {
    private Html() {}

    /**
     * The text with everything that HTML reads as markup written as references. Control characters and characters that
     * turn the direction of writing, which could disguise the text after them, become U+FFFD.
     */
    public static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> append(safe, c));
        return safe.toString();
    }

    private static void append(StringBuilder safe, int c) {
        switch (c) {
            case '&' -> safe.append("&amp;");
            case '<' -> safe.append("&lt;");
            case '>' -> safe.append("&gt;");
            case '"' -> safe.append("&quot;");
            case '\'' -> safe.append("&#39;");
            case '\n', '\r', '\t' -> safe.append(' ');
            default -> safe.appendCodePoint(isDeceptive(c) ? 0xFFFD : c);
        }
    }

    private static boolean isDeceptive(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
