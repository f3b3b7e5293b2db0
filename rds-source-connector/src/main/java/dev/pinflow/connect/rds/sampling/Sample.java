package dev.pinflow.connect.rds.sampling;

/**
 * Uniform positions with replacement, without a generator's state: the n-th draw is a hash of the seed and n.
 *
 * <p>The hash is {@link SplitMix64}. The seed goes through it once by itself, because otherwise the seeds 0 and 1 would
 * draw the same positions in pairwise swapped order.
 */
final class Sample implements PostingOrder {
    private final KeyRange keys;
    private final long mixedSeed;

    Sample(KeyRange keys, long seed) {
        this.keys = keys;
        this.mixedSeed = SplitMix64.mix(seed);
    }

    @Override
    public long length() {
        return Long.MAX_VALUE;
    }

    @Override
    public long positionOf(long posting) {
        long size = keys.size();
        long hash = SplitMix64.mix(mixedSeed ^ posting);
        long bits = hash >>> 1;
        long remainder = bits % size;
        // The topmost, incomplete run of remainders would favour small positions: draw again there.
        while (bits - remainder + (size - 1) < 0) {
            hash = SplitMix64.mix(hash);
            bits = hash >>> 1;
            remainder = bits % size;
        }
        return keys.min() + remainder;
    }
}
