package dev.pinflow.connect.rds.sampling;

/**
 * Every position once, in seeded random order, without a list of them: a permutation that is computed, not stored.
 *
 * <p>A Feistel network (Luby and Rackoff, "How to construct pseudorandom permutations from pseudorandom functions", SIAM
 * Journal on Computing 17, 1988) permutes the numbers of as many bits as the range needs. Results beyond the range go
 * through it again until they are inside (cycle walking: Black and Rogaway, "Ciphers with arbitrary finite domains",
 * CT-RSA 2002), which leaves a permutation of the range and takes fewer than two turns on average. The halves may differ
 * by a bit, so the rounds change the left and the right one by turns.
 */
final class Shuffle implements PostingOrder {
    /** Four rounds suffice in theory for large halves; twice as many hide the structure of small ones. */
    private static final int ROUNDS = 8;

    private final KeyRange keys;
    private final long size;
    private final int rightBits;
    private final long leftMask;
    private final long rightMask;
    private final long[] roundKeys = new long[ROUNDS];

    Shuffle(KeyRange keys, long seed) {
        this.keys = keys;
        this.size = keys.size();
        int bits = Long.SIZE - Long.numberOfLeadingZeros(size - 1);
        this.rightBits = (bits + 1) / 2;
        this.leftMask = (1L << (bits - rightBits)) - 1;
        this.rightMask = (1L << rightBits) - 1;
        long key = SplitMix64.mix(seed);
        for (int round = 0; round < ROUNDS; round++) {
            key = SplitMix64.mix(key);
            roundKeys[round] = key;
        }
    }

    @Override
    public long length() {
        return size;
    }

    @Override
    public long positionOf(long posting) {
        long permuted = permute(posting);
        while (permuted >= size) {
            permuted = permute(permuted);
        }
        return keys.min() + permuted;
    }

    private long permute(long number) {
        long left = number >>> rightBits;
        long right = number & rightMask;
        for (int round = 0; round < ROUNDS; round += 2) {
            left ^= SplitMix64.mix(right ^ roundKeys[round]) & leftMask;
            right ^= SplitMix64.mix(left ^ roundKeys[round + 1]) & rightMask;
        }
        return left << rightBits | right;
    }
}
