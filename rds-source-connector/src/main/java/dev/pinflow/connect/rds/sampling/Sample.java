package dev.pinflow.connect.rds.sampling;

/**
 * Uniform positions with replacement, without a generator's state: the n-th draw is a hash of the seed and n.
 *
 * <p>The hash is the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators",
 * OOPSLA 2014). The seed goes through it once by itself, because otherwise the seeds 0 and 1 would draw the same
 * positions in pairwise swapped order.
 */
final class Sample implements PostingOrder {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final KeyRange keys;
    private final long mixedSeed;

    Sample(KeyRange keys, long seed) {
        this.keys = keys;
        this.mixedSeed = splitMix64(seed);
    }

    @Override
    public long length() {
        return Long.MAX_VALUE;
    }

    @Override
    public long positionOf(long posting) {
        long size = keys.size();
        long hash = splitMix64(mixedSeed ^ posting);
        long bits = hash >>> 1;
        long remainder = bits % size;
        // The topmost, incomplete run of remainders would favour small positions: draw again there.
        while (bits - remainder + (size - 1) < 0) {
            hash = splitMix64(hash);
            bits = hash >>> 1;
            remainder = bits % size;
        }
        return keys.min() + remainder;
    }

    static long splitMix64(long state) {
        long z = state + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
