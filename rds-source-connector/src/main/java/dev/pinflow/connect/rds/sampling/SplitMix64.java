package dev.pinflow.connect.rds.sampling;

/**
 * Numbers by counting: hashing a seed mixed with 0, 1, 2, … gives random numbers that can be asked for in any order.
 *
 * <p>The finalizer of SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014.
 */
public final class SplitMix64 {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private SplitMix64() {}

    /** A bijection of 64-bit numbers; neighbours land far apart. */
    public static long mix(long number) {
        long z = number + GOLDEN_GAMMA;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
