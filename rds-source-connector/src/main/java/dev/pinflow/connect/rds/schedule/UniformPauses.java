package dev.pinflow.connect.rds.schedule;

import dev.pinflow.connect.rds.sampling.SplitMix64;

/**
 * Pauses drawn uniformly from 0 to twice the mean.
 *
 * <p>They come in pairs that complete each other to twice the mean: the second of a pair is as much longer than the mean
 * as the first is shorter. Each by itself is uniform, the rate never drifts, and no earlier pause need be known.
 */
final class UniformPauses implements Schedule {
    private static final long SALT = 0x554E_4946_4F52_4D53L;

    private final double perSecond;
    private final double pairNanos;
    private final long mixedSeed;

    /** @param perSecond the mean rate, above 0 */
    UniformPauses(double perSecond, long seed) {
        this.perSecond = perSecond;
        this.pairNanos = 2 / perSecond * NANOS_PER_SECOND;
        this.mixedSeed = SplitMix64.mix(SplitMix64.mix(seed) ^ SALT);
    }

    @Override
    public long pauseNanos(long from, long to) {
        return Schedule.pauseNanos((double) ((to >> 1) - (from >> 1)), pairNanos, withinPair(from), withinPair(to));
    }

    private double withinPair(long posting) {
        return (posting & 1) == 0 ? 0 : pairNanos * Fraction.of(SplitMix64.mix(mixedSeed ^ posting));
    }

    @Override
    public double perSecondAt(long nanos) {
        return perSecond;
    }
}
