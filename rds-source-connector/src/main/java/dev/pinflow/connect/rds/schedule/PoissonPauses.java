package dev.pinflow.connect.rds.schedule;

import dev.pinflow.connect.rds.sampling.SplitMix64;

/**
 * Exponentially distributed pauses, as between visitors who do not know of each other.
 *
 * <p>Postings come in blocks of {@value #BLOCK}. The pauses of a block are drawn by number and scaled so that they last as
 * long as the mean rate says: within a block the postings are those of a Poisson process that is known to have brought
 * {@value #BLOCK} of them, over many blocks the rate is exact, and any posting can be found without those before its
 * block. The blocks used last are remembered, because computing one
 * takes some ten microseconds.
 */
final class PoissonPauses implements Schedule {
    private static final int BLOCK_BITS = 10;
    private static final int BLOCK = 1 << BLOCK_BITS;
    private static final int FROM = 2;
    private static final long SALT = 0x504F_4953_534F_4E53L;

    private final double perSecond;
    private final double blockNanos;
    private final long mixedSeed;

    /** Pauses are asked for from one posting to many later ones, which lie in two neighbouring blocks at most. */
    private final long[] remembered = {-1, -1, -1};

    private final double[][] offsets = new double[3][BLOCK];

    /** @param perSecond the mean rate, above 0 */
    PoissonPauses(double perSecond, long seed) {
        this.perSecond = perSecond;
        this.blockNanos = BLOCK / perSecond * NANOS_PER_SECOND;
        this.mixedSeed = SplitMix64.mix(SplitMix64.mix(seed) ^ SALT);
    }

    @Override
    public long pauseNanos(long from, long to) {
        double blocks = (to >> BLOCK_BITS) - (from >> BLOCK_BITS);
        return Schedule.pauseNanos(
                blocks, blockNanos, withinBlock(from, FROM), withinBlock(to, (int) (to >> BLOCK_BITS & 1)));
    }

    private double withinBlock(long posting, int slot) {
        long block = posting >> BLOCK_BITS;
        if (remembered[slot] != block) {
            draw(block, offsets[slot]);
            remembered[slot] = block;
        }
        return offsets[slot][(int) (posting & (BLOCK - 1))];
    }

    private void draw(long block, double[] starts) {
        double sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            starts[i] = sum;
            long bits = SplitMix64.mix(mixedSeed ^ (block << BLOCK_BITS | i));
            // StrictMath: the same event times on every machine.
            sum -= StrictMath.log1p(-Fraction.of(bits));
        }
        double scale = blockNanos / sum;
        for (int i = 0; i < BLOCK; i++) {
            starts[i] *= scale;
        }
    }

    @Override
    public double perSecondAt(long nanos) {
        return perSecond;
    }
}
