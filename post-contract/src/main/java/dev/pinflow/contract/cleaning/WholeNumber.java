package dev.pinflow.contract.cleaning;

import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads decimal literals, of JSON numbers or of texts that hold one; {@code 7528}, {@code 7528.0} and {@code 7.528e3}. */
final class WholeNumber {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d{1,9})?");

    /** Longer literals than any number within a column's range needs are refused before they cost anything. */
    private static final int MAX_LENGTH = 100;

    private WholeNumber() {}

    static boolean isDecimal(String literal) {
        return literal.length() <= MAX_LENGTH && DECIMAL.matcher(literal).matches();
    }

    /** @return empty when the literal is no decimal, not whole, or outside the bounds (both included) */
    static OptionalLong parse(String literal, long min, long max) {
        if (!isDecimal(literal)) {
            return OptionalLong.empty();
        }
        try {
            // longValueExact looks at the scale first, so that 1e999999999 is never written out.
            long value = isShortDigits(literal) ? Long.parseLong(literal) : new BigDecimal(literal).longValueExact();
            return value >= min && value <= max ? OptionalLong.of(value) : OptionalLong.empty();
        } catch (ArithmeticException notAWholeLong) {
            return OptionalLong.empty();
        }
    }

    private static boolean isShortDigits(String literal) {
        return literal.length() <= 18 && literal.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
