package dev.pinflow.analytics.answers;

import java.math.BigDecimal;
import java.util.Optional;

/** One value of a report. */
public sealed interface Cell {
    /** @param value as stored, which may be anything that people type into a web page */
    record Text(String value) implements Cell {
        @Override
        public String plain() {
            return value;
        }
    }

    record Amount(BigDecimal value) implements Cell {
        /** The shortest decimal without an exponent: 69000, 42.5. */
        @Override
        public String plain() {
            return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
        }
    }

    /** A value that is not known: null. */
    record Unknown() implements Cell {
        @Override
        public String plain() {
            return "";
        }
    }

    /** The value as CSV has it, before quoting. */
    String plain();

    static Cell of(String value) {
        return new Text(value);
    }

    static Cell of(long value) {
        return new Amount(BigDecimal.valueOf(value));
    }

    static Cell of(BigDecimal value) {
        return new Amount(value);
    }

    static Cell of(Optional<String> value) {
        return value.<Cell>map(Text::new).orElseGet(Unknown::new);
    }
}
