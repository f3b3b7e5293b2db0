package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Doubles with up to three decimals, such as amounts, as {@link Double#toString(double)} writes them, without its cost.
 *
 * <p>A decimal number of at most 15 digits that rounds to a double is the only one of so few digits that does, so it is
 * the shortest text for it.
 */
final class ShortDecimals {
    /** Where {@link Double#toString(double)} begins and ends to write without an exponent. */
    private static final double LEAST = 1e-3;

    private static final double LIMIT = 1e7;

    private ShortDecimals() {}

    /** Writes the number and tells where it ends, or returns 0 when it is not such a number. */
    static int write(double value, byte[] target, int offset) {
        double size = Math.abs(value);
        // Not a number, too, fails this.
        if (!(size >= LEAST && size < LIMIT)) {
            return 0;
        }
        long thousandths = (long) (size * 1000 + 0.5);
        if (thousandths / 1000.0 != size) {
            return 0;
        }
        int at = offset;
        if (value < 0) {
            target[at++] = '-';
        }
        at = NumberOutput.outputInt((int) (thousandths / 1000), target, at);
        return decimals((int) (thousandths % 1000), target, at);
    }

    private static int decimals(int thousandths, byte[] target, int offset) {
        int at = offset;
        target[at++] = '.';
        target[at++] = (byte) ('0' + thousandths / 100);
        int rest = thousandths % 100;
        if (rest != 0) {
            target[at++] = (byte) ('0' + rest / 10);
        }
        if (rest % 10 != 0) {
            target[at++] = (byte) ('0' + rest % 10);
        }
        return at;
    }
}
