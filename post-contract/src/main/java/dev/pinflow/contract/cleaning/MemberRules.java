package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Sentinels;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

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

    RawRecord.Kind kind(int place) {
        return raw.kind(place);
    }

    int index(int place) throws RejectedException {
        String literal = scalar(place);
        OptionalLong index = WholeNumber.parse(literal, 0, Integer.MAX_VALUE);
        if (index.isPresent()) {
            return (int) index.getAsLong();
        }
        boolean whole =
                WholeNumber.parse(literal, Long.MIN_VALUE, Long.MAX_VALUE).isPresent();
        RejectReason reason = whole ? RejectReason.OUT_OF_RANGE : RejectReason.WRONG_KIND;
        throw wrong(reason, place, literal, "a whole number from 0 to 2147483647");
    }

    long dateTime(int place) throws RejectedException {
        String literal = scalar(place);
        OptionalLong millis =
                raw.kind(place) == RawRecord.Kind.NUMBER ? EpochMillis.ofNumber(literal) : EpochMillis.ofText(literal);
        if (millis.isEmpty()) {
            throw wrong(
                    RejectReason.WRONG_KIND, place, literal, "a date and time such as 2020-08-28T03:52:47 or epoch ms");
        }
        return millis.getAsLong();
    }

    /** A required text as received. */
    String requiredText(int place) throws RejectedException {
        requirePresent(place);
        if (raw.kind(place) != RawRecord.Kind.TEXT || !isUnicode(raw.text(place))) {
            throw wrong(RejectReason.WRONG_KIND, place, raw.text(place), "text");
        }
        return raw.text(place);
    }

    /** A text as received, or null when it means null; anything else than text rejects the record. */
    String textOrNull(int place) throws RejectedException {
        return isNothing(place) ? null : requiredText(place);
    }

    private boolean isNothing(int place) {
        return switch (raw.kind(place)) {
            case ABSENT, NULL -> true;
            case TEXT -> meansNull(Whitespace.trim(raw.text(place)), Set.of());
            case NUMBER, OTHER -> false;
        };
    }

    /** An optional text as received; null when it means null. */
    String optionalText(int place, Set<String> sentinels) {
        return switch (raw.kind(place)) {
            case ABSENT, NULL -> null;
            case TEXT -> {
                String text = raw.text(place);
                if (meansNull(Whitespace.trim(text), sentinels)) {
                    yield null;
                }
                if (!isUnicode(text)) {
                    defect(raw.name(place), "not-unicode");
                    yield null;
                }
                yield text;
            }
            case NUMBER, OTHER -> {
                defect(raw.name(place), "not-text");
                yield null;
            }
        };
    }

    Integer optionalCount(int place, Set<String> sentinels) {
        String literal = optionalScalar(place, sentinels, "not-a-count");
        if (literal == null) {
            return null;
        }
        OptionalInt count = FollowerCount.parse(literal);
        if (count.isEmpty()) {
            defect(raw.name(place), "not-a-count");
            return null;
        }
        return count.getAsInt();
    }

    Integer optionalInt(int place, int min, int max) {
        String literal = optionalScalar(place, Set.of(), "not-a-whole-number");
        if (literal == null) {
            return null;
        }
        OptionalLong value = WholeNumber.parse(literal, min, max);
        if (value.isEmpty()) {
            boolean whole =
                    WholeNumber.parse(literal, Long.MIN_VALUE, Long.MAX_VALUE).isPresent();
            defect(raw.name(place), whole ? "out-of-range" : "not-a-whole-number");
            return null;
        }
        return (int) value.getAsLong();
    }

    /** The trimmed text or the number's literal; null when the member means null or cannot be a scalar (a defect). */
    String optionalScalar(int place, Set<String> sentinels, String defectRule) {
        return switch (raw.kind(place)) {
            case ABSENT, NULL -> null;
            case NUMBER -> raw.text(place);
            case TEXT -> {
                String trimmed = Whitespace.trim(raw.text(place));
                yield meansNull(trimmed, sentinels) ? null : trimmed;
            }
            case OTHER -> {
                defect(raw.name(place), defectRule);
                yield null;
            }
        };
    }

    private String scalar(int place) throws RejectedException {
        requirePresent(place);
        if (raw.kind(place) == RawRecord.Kind.OTHER) {
            throw wrong(RejectReason.WRONG_KIND, place, "", "a number or text");
        }
        return Whitespace.trim(raw.text(place));
    }

    private void requirePresent(int place) throws RejectedException {
        if (isNothing(place)) {
            throw missing(raw.name(place));
        }
    }

    static RejectedException missing(String name) {
        return new RejectedException(
                RejectReason.MISSING_MEMBER, name, "The required member '" + name + "' is missing, null or blank.");
    }

    private RejectedException wrong(RejectReason reason, int place, String value, String expected) {
        String name = raw.name(place);
        return new RejectedException(
                reason,
                name,
                "The member '" + name + "' must be " + expected + ", not " + RejectedException.quoted(value) + ".");
    }

    private static boolean meansNull(String trimmed, Set<String> sentinels) {
        return trimmed.isEmpty() || Sentinels.NULL_TEXTS.contains(trimmed) || sentinels.contains(trimmed);
    }

    /** Whether UTF-8 can hold the text: an escaped half of a surrogate pair cannot be stored as received. */
    private static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
