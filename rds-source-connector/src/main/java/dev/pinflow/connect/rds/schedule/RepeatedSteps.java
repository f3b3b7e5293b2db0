package dev.pinflow.connect.rds.schedule;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Constant rates one after the other, repeated for ever.
 *
 * <p>A turn need not hold a whole number of postings: the fractions of one are made up in the next.
 */
final class RepeatedSteps implements Schedule {
    private static final int DIURNAL_STEPS = 1440;
    private static final double LOW_WORD = 0x1p32;

    private final List<Step> steps;

    /** How many postings and how much time of a turn lie before each step; at the end of both the whole turn. */
    private final double[] postingsBefore;

    private final double[] nanosBefore;
    private final double turnPostings;
    private final double turnNanos;

    /** @param steps at least one of them with a rate above 0 */
    RepeatedSteps(List<Step> steps) {
        this.steps = List.copyOf(steps);
        int count = steps.size();
        this.postingsBefore = new double[count + 1];
        this.nanosBefore = new double[count + 1];
        for (int i = 0; i < count; i++) {
            postingsBefore[i + 1] = postingsBefore[i] + steps.get(i).postings();
            nanosBefore[i + 1] = nanosBefore[i] + steps.get(i).seconds() * NANOS_PER_SECOND;
        }
        this.turnPostings = postingsBefore[count];
        this.turnNanos = nanosBefore[count];
    }

    /**
     * A rate that goes up and down like a cosine and begins at its lowest: mean · (1 - amplitude · cos(2π t / period)).
     *
     * <p>The curve is cut into {@value #DIURNAL_STEPS} steps, for a day one a minute, each with the curve's own mean over
     * it: its cumulated rate is exact at their ends and can be inverted by a search among them.
     *
     * @param perSecond the mean rate, above 0
     * @param amplitude from 0 to 1
     */
    static RepeatedSteps diurnal(double perSecond, double periodSeconds, double amplitude) {
        double seconds = periodSeconds / DIURNAL_STEPS;
        double turn = 2 * Math.PI;
        return new RepeatedSteps(IntStream.range(0, DIURNAL_STEPS)
                .mapToObj(i -> {
                    // StrictMath: the same event times on every machine.
                    double sine =
                            StrictMath.sin(turn * (i + 1) / DIURNAL_STEPS) - StrictMath.sin(turn * i / DIURNAL_STEPS);
                    double factor = 1 - amplitude * sine * DIURNAL_STEPS / turn;
                    return new Step(perSecond * Math.max(0, factor), seconds);
                })
                .toList());
    }

    @Override
    public long startNanos() {
        return (long) nanosAt(0);
    }

    @Override
    public long pauseNanos(long from, long to) {
        double first = withinTurn(from);
        double second = withinTurn(to);
        double turns = Math.rint(((to - from) - (second - first)) / turnPostings);
        return Schedule.pauseNanos(turns, turnNanos, nanosAt(first), nanosAt(second));
    }

    /** The remainder of a posting's number by the turn's postings; in two parts, as a double holds 53 bits. */
    private double withinTurn(long posting) {
        double high = (posting >>> 32) % turnPostings * LOW_WORD % turnPostings;
        return (high + (posting & 0xFFFF_FFFFL)) % turnPostings;
    }

    private double nanosAt(double postings) {
        int step = last(postingsBefore, postings);
        double nanos = nanosBefore[step]
                + (postings - postingsBefore[step]) / steps.get(step).perSecond() * NANOS_PER_SECOND;
        return Math.min(nanos, nanosBefore[step + 1]);
    }

    @Override
    public double perSecondAt(long nanos) {
        return steps.get(last(nanosBefore, nanos % turnNanos)).perSecond();
    }

    /** The last step that begins at or before a value; of several that begin there the last one, which has postings. */
    private static int last(double[] before, double value) {
        int found = Arrays.binarySearch(before, value);
        int step = found < 0 ? -found - 2 : found;
        while (step + 1 < before.length && before[step + 1] <= value) {
            step++;
        }
        return Math.min(step, before.length - 2);
    }
}
