package dev.pinflow.cli.sample;

/** Follower counts as the site shows them: {@code 7}, {@code 812}, {@code 31k}, {@code 2M}; the largest is 15M. */
final class FollowerCounts {
    /** Shares of real rows by unit and digits: 0..9, 10..99, 100..999, then thousands and millions alike. */
    String followerCount(Draw draw) {
        double share = draw.unit();
        if (share < .025) {
            return Integer.toString(draw.below(10));
        }
        if (share < .073) {
            return between(10, 100, "", draw);
        }
        if (share < .173) {
            return between(100, 1000, "", draw);
        }
        if (share < .349) {
            return between(1, 10, "k", draw);
        }
        if (share < .661) {
            return between(10, 100, "k", draw);
        }
        if (share < .918) {
            return between(100, 1000, "k", draw);
        }
        return share < .9988 ? between(1, 10, "M", draw) : between(10, 16, "M", draw);
    }

    /** Evenly spread by magnitude. */
    private static String between(int least, int end, String unit, Draw draw) {
        double ratio = (double) end / least;
        return (int) (least * StrictMath.pow(ratio, draw.unit())) + unit;
    }
}
