package dev.pinflow.contract.cleaning;

import java.nio.charset.StandardCharsets;

/**
 * Reads the form in which almost every raw record comes: one object with nothing but the entity's columns, each a text, a
 * number or null. It expects the columns' names and copies their values straight out of the bytes, where Jackson makes
 * names and tokens of all. It never decides that a record is bad: of whatever it does not know for sure it says so, and
 * {@link RawRecordReader} reads that again with Jackson. Both read the same out of what both read. One object for each
 * record.
 */
final class PlainObjectReader {
    /** Far below Jackson's limits, so that those need not be looked at. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int MOST_NUMBER_BYTES = 100;
    private static final int END = -1;

    private final Columns columns;
    private final byte[] json;
    private int at;

    PlainObjectReader(Columns columns, byte[] json) {
        this.columns = columns;
        this.json = json;
    }

    /** False when the value is not of the form, even if it begins like it; the record then holds no matter what. */
    boolean readInto(RawRecord record) {
        if (json.length > MOST_BYTES || next() != '{') {
            return false;
        }
        int expected = 0;
        int separator = ',';
        while (separator == ',') {
            int place = readName(expected);
            if (place == Columns.NONE || next() != ':' || !readValue(record, place)) {
                return false;
            }
            expected = place + 1;
            separator = next();
        }
        return separator == '}' && next() == END;
    }

    /** Passes over white space and takes the byte behind it. */
    private int next() {
        while (at < json.length) {
            byte next = json[at++];
            if (next != ' ' && next != '\n' && next != '\r' && next != '\t') {
                return Byte.toUnsignedInt(next);
            }
        }
        return END;
    }

    private int readName(int expected) {
        if (next() != '"') {
            return Columns.NONE;
        }
        int place = columns.placeAt(json, at, expected);
        at += place == Columns.NONE ? 0 : columns.length(place);
        return place;
    }

    private boolean readValue(RawRecord record, int place) {
        int first = next();
        if (first == '"') {
            return readText(record, place);
        }
        if (first == 'n') {
            return readNull(record, place);
        }
        return (first == '-' || isDigit(first)) && readNumber(record, place);
    }

    private boolean readNull(RawRecord record, int place) {
        boolean isNull = json.length - at > 2 && json[at] == 'u' && json[at + 1] == 'l' && json[at + 2] == 'l';
        at += 3;
        return isNull && record.put(place, RawRecord.Kind.NULL, "");
    }

    /** Takes no exponents; what comes behind the number is looked at with the separators. */
    private boolean readNumber(RawRecord record, int place) {
        int start = at - 1;
        int digits = json[start] == '-' ? at : start;
        int end = endOfDigits(digits);
        if (end == digits || (json[digits] == '0' && end > digits + 1)) {
            return false;
        }
        if (end < json.length && json[end] == '.') {
            int fraction = end + 1;
            end = endOfDigits(fraction);
            if (end == fraction) {
                return false;
            }
        }
        at = end;
        return end - start <= MOST_NUMBER_BYTES
                && record.put(
                        place,
                        RawRecord.Kind.NUMBER,
                        new String(json, start, end - start, StandardCharsets.ISO_8859_1));
    }

    private int endOfDigits(int from) {
        int end = from;
        while (end < json.length && isDigit(json[end])) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private boolean readText(RawRecord record, int place) {
        int start = at;
        int end = JsonText.endOfPlain(json, start);
        if (end == json.length) {
            return false;
        }
        if (json[end] == '"') {
            at = end + 1;
            String text = new String(json, start, end - start, StandardCharsets.ISO_8859_1);
            return record.put(place, RawRecord.Kind.TEXT, text);
        }
        return readDecoded(record, place, start, JsonText.end(json, end));
    }

    private boolean readDecoded(RawRecord record, int place, int start, int end) {
        if (end >= json.length) {
            return false;
        }
        at = end + 1;
        String text = JsonText.decoded(json, start, end);
        if (text == null) {
            return false;
        }
        if (text.indexOf('\\') < 0) {
            // UTF-8 has no halves of surrogate pairs.
            return record.put(place, RawRecord.Kind.TEXT, text);
        }
        String unescaped = JsonText.unescaped(text);
        return unescaped != null && record.put(place, JsonText.kind(unescaped), unescaped);
    }
}
