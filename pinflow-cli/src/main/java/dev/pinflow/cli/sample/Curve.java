package dev.pinflow.cli.sample;

/** A distribution of whole numbers given by some of its quantiles, linear between them. */
final class Curve {
    private final double[] shares;
    private final int[] values;

    /** Joins quantiles.
     *
     * @param shares ascending from 0 to 1, each with the value at the same place */
    Curve(double[] shares, int[] values) {
        this.shares = shares.clone();
        this.values = values.clone();
    }

    /** @param share in [0, 1) */
    int at(double share) {
        int upper = 1;
        while (share >= shares[upper]) {
            upper++;
        }
        double within = (share - shares[upper - 1]) / (shares[upper] - shares[upper - 1]);
        return values[upper - 1] + (int) ((values[upper] - values[upper - 1] + 1) * within);
    }
}
