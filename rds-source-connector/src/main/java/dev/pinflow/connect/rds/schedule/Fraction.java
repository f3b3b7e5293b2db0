package dev.pinflow.connect.rds.schedule;

/** Random bits as a number from 0 to below 1. */
final class Fraction {
    private static final double UNIT = 0x1p-53;

    private Fraction() {}

    static double of(long bits) {
        return (bits >>> 11) * UNIT;
    }
}
