package dev.pinflow.cli.sample;

import java.util.List;

/**
 * A stream of pseudo-random values: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
 * generators", 2014). The JDK's generators do not promise the same numbers in every release; this one does.
 */
final class Draw {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The stream that belongs to one subject and number, unrelated to those of other subjects and numbers. */
    static Draw of(long seed, Subject subject, long number) {
        long salted = mix(seed + GOLDEN_GAMMA) ^ mix(subject.salt());
        return new Draw(mix(salted + number * GOLDEN_GAMMA));
    }

    long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** A number in [0, bound); the bias is below bound / 2^63. */
    long below(long bound) {
        return Math.multiplyHigh(nextLong() >>> 1, bound << 1);
    }

    int below(int bound) {
        return (int) below((long) bound);
    }

    /** A number in [0, 1). */
    double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    <T> T pick(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
