package dev.pinflow.cli.sample;

/**
 * A pseudo-random permutation of 0..size-1 that needs no memory: a four-round Feistel network over the next larger
 * even number of bits, walked again until the result is inside.
 *
 * <p>Giving out shares by the scattered position instead of by chance hits each rate to within one row.
 */
final class Scatter {
    private static final int ROUNDS = 4;

    private final int size;
    private final int halfBits;
    private final long[] roundKeys = new long[ROUNDS];

    Scatter(long seed, Subject subject, int size) {
        this.size = size;
        int bits = Math.max(2, Integer.SIZE - Integer.numberOfLeadingZeros(size - 1));
        this.halfBits = (bits + 1) / 2;
        for (int round = 0; round < ROUNDS; round++) {
            roundKeys[round] = Draw.of(seed, subject, round).nextLong();
        }
    }

    int at(int position) {
        long scattered = position;
        do {
            scattered = permute(scattered);
        } while (scattered >= size);
        return (int) scattered;
    }

    private long permute(long value) {
        long mask = (1L << halfBits) - 1;
        long left = value >>> halfBits;
        long right = value & mask;
        for (long key : roundKeys) {
            long next = left ^ (Draw.mix(right + key) & mask);
            left = right;
            right = next;
        }
        return (left << halfBits) | right;
    }
}
