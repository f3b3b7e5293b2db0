package dev.pinflow.contract.cleaning;

import java.math.BigDecimal;
import java.util.OptionalLong;

/** Reads decimal literals, of JSON numbers or of texts that hold one; {@code 7528}, {@code 7528.0} and {@code 7.528e3}. */
final class WholeNumber {
    /** Longer literals than any number within a column's range needs are refused before they cost anything. */
    private static final int MAX_LENGTH = 100;

    private static final int MAX_EXPONENT_DIGITS = 9;
    private static final int MAX_SHORT_DIGITS = 18;

    private WholeNumber() {}

    /** Whether the literal is {@code -?\d+(\.\d+)?([eE][+-]?\d{1,9})?}. */
    static boolean isDecimal(String literal) {
        if (literal.length() > MAX_LENGTH) {
            return false;
        }
        int whole = literal.startsWith("-") ? 1 : 0;
        int end = endOfDigits(literal, whole);
        if (end == whole) {
            return false;
        }
        if (end < literal.length() && literal.charAt(end) == '.') {
            int fraction = end + 1;
            end = endOfDigits(literal, fraction);
            if (end == fraction) {
                return false;
            }
        }
        return end == literal.length() || isExponent(literal, end);
    }

    private static boolean isExponent(String literal, int from) {
        if (literal.charAt(from) != 'e' && literal.charAt(from) != 'E') {
            return false;
        }
        int digits = from + 1;
        if (digits < literal.length() && (literal.charAt(digits) == '+' || literal.charAt(digits) == '-')) {
            digits++;
        }
        int end = endOfDigits(literal, digits);
        return end == literal.length() && end > digits && end - digits <= MAX_EXPONENT_DIGITS;
    }

    /** @return empty when the literal is no decimal, not whole, or outside the bounds (both included) */
    static OptionalLong parse(String literal, long min, long max) {
        boolean shortDigits = isShortDigits(literal);
        if (!shortDigits && !isDecimal(literal)) {
            return OptionalLong.empty();
        }
        try {
            // longValueExact looks at the scale first, so that 1e999999999 is never written out.
            long value = shortDigits ? Long.parseLong(literal) : new BigDecimal(literal).longValueExact();
            return value >= min && value <= max ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (ArithmeticException notAWholeLong) {
            return OptionalLong.empty();
        }
    }

    private static boolean isShortDigits(String literal) {
        return !literal.isEmpty()
                && literal.length() <= MAX_SHORT_DIGITS
                && endOfDigits(literal, 0) == literal.length();
    }

    private static int endOfDigits(String literal, int from) {
        int end = from;
        while (end < literal.length() && literal.charAt(end) >= '0' && literal.charAt(end) <= '9') {
            end++;
        }
        return end;
    }
}
