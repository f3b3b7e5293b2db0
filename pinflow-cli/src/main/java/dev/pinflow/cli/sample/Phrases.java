package dev.pinflow.cli.sample;

import java.util.List;
import java.util.regex.Pattern;

/** Makes text of a wanted length by filling patterns such as {@code {n} {adj} {thing} Ideas} with words. */
final class Phrases {
    /** Separators that would dangle where a text is cut. */
    private static final Pattern LOOSE_END = Pattern.compile("[ |,:•&—–-]+$");

    private final Words words;

    Phrases(Words words) {
        this.words = words;
    }

    /** Pattern after pattern, joined, until the text has the wanted length; then cut between two words. */
    String ofLength(int length, List<String> patterns, String separator, List<String> things, Draw draw) {
        StringBuilder text = new StringBuilder(fill(draw.pick(patterns), things, draw));
        while (text.codePointCount(0, text.length()) < length) {
            text.append(separator).append(fill(draw.pick(patterns), things, draw));
        }
        return cutBetweenWords(text.toString(), length);
    }

    private String fill(String pattern, List<String> things, Draw draw) {
        StringBuilder text = new StringBuilder();
        int from = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', from)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, from, open).append(word(pattern.substring(open + 1, close), things, draw));
            from = close + 1;
        }
        return text.append(pattern, from, pattern.length()).toString();
    }

    private String word(String slot, List<String> things, Draw draw) {
        return switch (slot) {
            case "n" -> Integer.toString(2 + draw.below(49));
            case "adj" -> draw.pick(words.adjectives());
            case "thing", "other" -> draw.pick(things);
            case "who" -> draw.pick(words.firstNames());
            default -> throw new IllegalStateException("The word lists have no slot named " + slot);
        };
    }

    /** The text's beginning, at most so many characters (code points, as MySQL counts them). */
    static String cut(String text, int length) {
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    static String cutBetweenWords(String text, int length) {
        String beginning = cut(text, length);
        int space = beginning.lastIndexOf(' ');
        boolean withinWord = beginning.length() < text.length() && text.charAt(beginning.length()) != ' ';
        String whole = withinWord && space > 0 ? beginning.substring(0, space) : beginning;
        return LOOSE_END.matcher(whole).replaceFirst("");
    }
}
