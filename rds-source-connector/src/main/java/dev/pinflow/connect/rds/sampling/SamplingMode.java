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
    /** Each position once in seeded random order: a back-fill that looks like traffic. It ends. */
    SHUFFLE {
        @Override
        PostingOrder order(KeyRange keys, long seed) {
            return new Shuffle(keys, seed);
        }

        @Override
        public boolean isSeeded() {
            return true;
        }
    },
    /** Seeded uniform draws with replacement: live traffic for as long as wanted. */
    SAMPLE {
        @Override
        PostingOrder order(KeyRange keys, long seed) {
            return new Sample(keys, seed);
        }

        @Override
        public boolean isSeeded() {
            return true;
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

    /** Whether the positions depend on the configured seed. */
    public boolean isSeeded() {
        return false;
    }

    /** The mode's name in configuration and headers. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
