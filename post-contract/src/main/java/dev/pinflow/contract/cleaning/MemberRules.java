package dev.pinflow.contract.cleaning;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * Reads the members of one raw record by the contract's rules. A required member that cannot be had rejects the record;
 * an optional one becomes null and, when its value broke a rule, a defect.
 */
final class MemberRules {
    private final RawRecord raw;
    private final List<String> defects = new ArrayList<>(0);

    MemberRules(RawRecord raw) {
        this.raw = raw;
    }

    List<String> defects() {
        return defects;
    }

    void defect(String column, String rule) {
        defects.add(column + ":" + rule);
    }

    RawRecord.Kind kind(Column column) {
        return raw.kind(column.place());
    }

    int index(Column column) throws RejectedException {
        String literal = scalar(column);
        OptionalLong index = WholeNumber.parse(literal, 0, Integer.MAX_VALUE);
        if (index.isPresent()) {
            return (int) index.getAsLong();
        }
        boolean whole =
                WholeNumber.parse(literal, Long.MIN_VALUE, Long.MAX_VALUE).isPresent();
        RejectReason reason = whole ? RejectReason.OUT_OF_RANGE : RejectReason.WRONG_KIND;
        throw wrong(reason, column, literal, "a whole number from 0 to 2147483647");
    }

    long dateTime(Column column) throws RejectedException {
        String literal = scalar(column);
        OptionalLong millis = raw.kind(column.place()) == RawRecord.Kind.NUMBER
                ? EpochMillis.ofNumber(literal)
                : EpochMillis.ofText(literal);
        if (millis.isEmpty()) {
            throw wrong(
                    RejectReason.WRONG_KIND,
                    column,
                    literal,
                    "a date and time such as 2020-08-28T03:52:47 or epoch ms");
        }
        return millis.getAsLong();
    }

    /** A required text as received. */
    String requiredText(Column column) throws RejectedException {
        requirePresent(column);
        if (raw.kind(column.place()) != RawRecord.Kind.TEXT) {
            throw wrong(RejectReason.WRONG_KIND, column, raw.text(column.place()), "text");
        }
        return raw.text(column.place());
    }

    /** A text as received, or null when it means null; anything else than text rejects the record. */
    String textOrNull(Column column) throws RejectedException {
        return isNothing(column) ? null : requiredText(column);
    }

    private boolean isNothing(Column column) {
        return switch (raw.kind(column.place())) {
            case ABSENT, NULL -> true;
            case TEXT -> column.nullTexts().contain(Whitespace.trim(raw.text(column.place())));
            case BROKEN_TEXT, NUMBER, OTHER -> false;
        };
    }

    /** An optional text as received; null when it means null. */
    String optionalText(Column column) {
        return switch (raw.kind(column.place())) {
            case ABSENT, NULL -> null;
            case TEXT -> {
                String text = raw.text(column.place());
                yield column.nullTexts().contain(Whitespace.trim(text)) ? null : text;
            }
            case BROKEN_TEXT -> {
                defect(column.name(), "not-unicode");
                yield null;
            }
            case NUMBER, OTHER -> {
                defect(column.name(), "not-text");
                yield null;
            }
        };
    }

    Integer optionalCount(Column column) {
        String literal = optionalScalar(column, "not-a-count");
        if (literal == null) {
            return null;
        }
        OptionalInt count = FollowerCount.parse(literal);
        if (count.isEmpty()) {
            defect(column.name(), "not-a-count");
            return null;
        }
        return count.getAsInt();
    }

    Integer optionalInt(Column column, int min, int max) {
        String literal = optionalScalar(column, "not-a-whole-number");
        if (literal == null) {
            return null;
        }
        OptionalLong value = WholeNumber.parse(literal, min, max);
        if (value.isEmpty()) {
            boolean whole =
                    WholeNumber.parse(literal, Long.MIN_VALUE, Long.MAX_VALUE).isPresent();
            defect(column.name(), whole ? "out-of-range" : "not-a-whole-number");
            return null;
        }
        return (int) value.getAsLong();
    }

    /** The trimmed text or the number's literal; null when the member means null or cannot be a scalar (a defect). */
    String optionalScalar(Column column, String defectRule) {
        return switch (raw.kind(column.place())) {
            case ABSENT, NULL -> null;
            case NUMBER -> raw.text(column.place());
            case TEXT, BROKEN_TEXT -> {
                String trimmed = Whitespace.trim(raw.text(column.place()));
                yield column.nullTexts().contain(trimmed) ? null : trimmed;
            }
            case OTHER -> {
                defect(column.name(), defectRule);
                yield null;
            }
        };
    }

    private String scalar(Column column) throws RejectedException {
        requirePresent(column);
        if (raw.kind(column.place()) == RawRecord.Kind.OTHER) {
            throw wrong(RejectReason.WRONG_KIND, column, "", "a number or text");
        }
        return Whitespace.trim(raw.text(column.place()));
    }

    private void requirePresent(Column column) throws RejectedException {
        if (isNothing(column)) {
            throw missing(column.name());
        }
    }

    static RejectedException missing(String name) {
        return new RejectedException(
                RejectReason.MISSING_MEMBER, name, "The required member '" + name + "' is missing, null or blank.");
    }

    private RejectedException wrong(RejectReason reason, Column column, String value, String expected) {
        String name = column.name();
        return new RejectedException(
                reason,
                name,
                "The member '" + name + "' must be " + expected + ", not " + RejectedException.quoted(value) + ".");
    }
}
