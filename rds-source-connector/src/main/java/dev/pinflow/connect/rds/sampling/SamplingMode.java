package dev.pinflow.connect.rds.sampling;

import java.util.Locale;

/** The orders in which the tables' rows can be posted. */
public enum SamplingMode {
    /** Each position once, ascending: a back-fill. It ends. */
    SWEEP {
        @Override
        PostingOrder order(KeyRange keys, long seed) {
            return new Sweep(keys);
        }
    },
    /** Seeded uniform draws with replacement: live traffic for as long as wanted. */
    SAMPLE {
        @Override
        PostingOrder order(KeyRange keys, long seed) {
            return new Sample(keys, seed);
        }
    },
    /** The classic emulator's own draws, for comparison with its published results; keys above 11000 never come. */
    CLASSIC {
        @Override
        PostingOrder order(KeyRange keys, long seed) {
            return new Classic();
        }
    };

    abstract PostingOrder order(KeyRange keys, long seed);

    /** The mode's name in configuration and headers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
