package dev.pinflow.connect.rds.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * A constant rate for some time.
 *
 * @param perSecond at least 0
 * @param seconds above 0
 */
record Step(double perSecond, double seconds) {
    private static final double MOST = 1e9;

    /**
     * Reads steps such as {@code 10:60,100:30,0:10}.
     *
     * @throws IllegalArgumentException with the reason as the message
     */
    static List<Step> parse(String steps) {
        List<Step> parsed =
                Arrays.stream(steps.split(",", -1)).map(Step::parseOne).toList();
        if (parsed.stream().allMatch(step -> step.perSecond == 0)) {
            throw new IllegalArgumentException("no step has a rate above 0, so nothing would ever be posted");
        }
        return parsed;
    }

    private static Step parseOne(String step) {
        String[] parts = step.split(":", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("'" + step.strip() + "' is not of the form postings per second:seconds");
        }
        double perSecond = number(parts[0]);
        double seconds = number(parts[1]);
        if (!(perSecond >= 0 && perSecond <= MOST)) {
            throw new IllegalArgumentException("the rate in '" + step.strip() + "' is not from 0 to 1000000000");
        }
        if (!(seconds > 0 && seconds <= MOST)) {
            throw new IllegalArgumentException(
                    "the time in '" + step.strip() + "' is not above 0 and at most 1000000000 seconds");
        }
        return new Step(perSecond, seconds);
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException notANumber) {
            throw new IllegalArgumentException("'" + text.strip() + "' is not a number", notANumber);
        }
    }

    double postings() {
        return perSecond * seconds;
    }
}
