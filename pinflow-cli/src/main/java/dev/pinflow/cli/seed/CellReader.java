package dev.pinflow.cli.seed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads one JSON value as a cell of a column. */
final class CellReader {
    private static final int LONGEST_TEXT_BYTES = 65_535;
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,400}(\\.\\d{1,400})?([eE][+-]?\\d{1,9})?");

    private CellReader() {}

    /** The cell that the parser stands on; null for JSON null. */
    static Object read(JsonParser parser, String column, ColumnType type) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NULL) {
            return null;
        }
        if (!token.isScalarValue()) {
            throw new InvalidRowException("has an array or object in '" + column + "', which takes one value");
        }
        String literal = parser.getText();
        return switch (type) {
            case KEY -> wholeNumber(literal, column, 0, Integer.MAX_VALUE);
            case WHOLE_NUMBER -> wholeNumber(literal, column, Long.MIN_VALUE, Long.MAX_VALUE);
            case TEXT -> text(literal, column);
            case DATE_TIME -> dateTime(literal, column);
            case FLOAT -> degrees(literal, column);
        };
    }

    private static Long wholeNumber(String literal, String column, long least, long greatest) {
        try {
            long number = NUMBER.matcher(literal).matches() ? new BigDecimal(literal).longValueExact() : least - 1;
            if (NUMBER.matcher(literal).matches() && number >= least && number <= greatest) {
                return number;
            }
        } catch (ArithmeticException notAWholeLong) {
            // answered below
        }
        throw new InvalidRowException("has " + shown(literal) + " in '" + column + "', which takes a whole number from "
                + least + " to " + greatest);
    }

    private static String text(String literal, String column) {
        if (literal.codePoints().anyMatch(each -> each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE)) {
            throw new InvalidRowException("has half a surrogate pair in '" + column + "', which is no Unicode text");
        }
        int bytes = literal.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LONGEST_TEXT_BYTES) {
            throw new InvalidRowException("has " + bytes + " bytes of text in '" + column + "', which takes "
                    + LONGEST_TEXT_BYTES + " at most");
        }
        return literal;
    }

    private static String dateTime(String literal, String column) {
        return DateTimeText.parse(literal.strip())
                .orElseThrow(() -> new InvalidRowException("has " + shown(literal) + " in '" + column
                        + "', which takes a date and time such as 2020-08-28 03:52:47"));
    }

    private static Double degrees(String literal, String column) {
        double number = NUMBER.matcher(literal).matches() ? Double.parseDouble(literal) : Double.NaN;
        if (!(Math.abs(number) <= Float.MAX_VALUE)) {
            throw new InvalidRowException(
                    "has " + shown(literal) + " in '" + column + "', which takes a number within the range of FLOAT");
        }
        return number;
    }

    private static String shown(String literal) {
        return literal.length() <= 40 ? "'" + literal + "'" : "'" + literal.substring(0, 40) + "…'";
    }
}
