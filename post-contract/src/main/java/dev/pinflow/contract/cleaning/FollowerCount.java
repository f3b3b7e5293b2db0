package dev.pinflow.contract.cleaning;

import java.util.OptionalInt;

/**
 * Reads counts such as {@code 812}, {@code 1,234}, {@code 5k} and {@code 1.5M}: digits, with or without thousands
 * separators, an optional fraction, and k or M in either case. The result is exact and rounded half-even; linear in the
 * text's length, whatever it holds.
 */
final class FollowerCount {
    private final String text;
    private int at;

    private FollowerCount(String text) {
        this.text = text;
    }

    /** @return empty when the text is no count or the count is above 2^31-1 */
    static OptionalInt parse(String trimmed) {
        return new FollowerCount(trimmed).parse();
    }

    private OptionalInt parse() {
        int wholeEnd = endOfWhole();
        if (wholeEnd == 0) {
            return OptionalInt.empty();
        }
        at = wholeEnd;
        int fractionStart = at;
        int fractionEnd = at;
        if (at < text.length() && text.charAt(at) == '.') {
            fractionStart = at + 1;
            fractionEnd = endOfDigits(fractionStart);
            if (fractionEnd == fractionStart) {
                return OptionalInt.empty();
            }
            at = fractionEnd;
        }
        int shift = suffixShift();
        return shift < 0 ? OptionalInt.empty() : scaled(wholeEnd, fractionStart, fractionEnd, shift);
    }

    /** Where {@code \d+} or {@code \d{1,3}(,\d{3})+} ends; 0 when neither is there. */
    private int endOfWhole() {
        int end = endOfDigits(0);
        if (end == 0 || end > 3) {
            return end;
        }
        while (end < text.length() && text.charAt(end) == ',') {
            if (endOfDigits(end + 1) < end + 4) {
                return 0;
            }
            end += 4;
        }
        return end;
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    /** By how many decimal places the suffix at the end shifts the number; -1 when something else is there. */
    private int suffixShift() {
        if (at == text.length()) {
            return 0;
        }
        if (at != text.length() - 1) {
            return -1;
        }
        return switch (text.charAt(at)) {
            case 'k', 'K' -> 3;
            case 'm', 'M' -> 6;
            default -> -1;
        };
    }

    private OptionalInt scaled(int wholeEnd, int fractionStart, int fractionEnd, int shift) {
        long value = 0;
        for (int i = 0; i < wholeEnd && value <= Integer.MAX_VALUE; i++) {
            if (text.charAt(i) != ',') {
                value = value * 10 + (text.charAt(i) - '0');
            }
        }
        for (int i = 0; i < shift && value <= Integer.MAX_VALUE; i++) {
            int place = fractionStart + i;
            value = value * 10 + (place < fractionEnd ? text.charAt(place) - '0' : 0);
        }
        if (roundsUp(value, fractionStart + shift, fractionEnd)) {
            value++;
        }
        return value <= Integer.MAX_VALUE ? OptionalInt.of((int) value) : OptionalInt.empty();
    }

    /** Half-even: up above one half, and at exactly one half when the value is odd. */
    private boolean roundsUp(long value, int restStart, int restEnd) {
        if (restStart >= restEnd || text.charAt(restStart) < '5') {
            return false;
        }
        boolean aboveHalf = text.charAt(restStart) > '5';
        for (int i = restStart + 1; i < restEnd && !aboveHalf; i++) {
            aboveHalf = text.charAt(i) != '0';
        }
        return aboveHalf || value % 2 == 1;
    }
}
