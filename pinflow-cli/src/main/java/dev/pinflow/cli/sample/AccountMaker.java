package dev.pinflow.cli.sample;

import java.time.LocalDateTime;
import java.util.List;

/**
 * Makes accounts. A real account's person, place and date are the smallest of all that its posts ever had, so the
 * busiest are the youngest, the earliest and at the front of the alphabet; {@link #least} repeats that.
 */
final class AccountMaker {
    private static final LocalDateTime FIRST_JOINED = LocalDateTime.of(2015, 10, 21, 0, 0);
    private static final long JOINING_SECONDS = 731L * 24 * 60 * 60;
    private static final int YOUNGEST = 20;
    private static final int AGES = 41;

    private final Words words;
    private final PosterNames posterNames;
    private final FollowerCounts followerCounts = new FollowerCounts();
    private final List<Category> categories = List.of(Category.values());

    AccountMaker(Words words) {
        this.words = words;
        this.posterNames = new PosterNames(words, new Phrases(words));
    }

    /** @param posts how many posts the account is expected to have in the full data set, at least 1 */
    Account account(double posts, Draw draw) {
        String posterName = posterNames.posterName(draw.pick(categories).things(), draw);
        return account(posterName, followerCounts.followerCount(draw), posts, draw);
    }

    Account account(String posterName, String followerCount, double posts, Draw draw) {
        return new Account(
                posterName,
                followerCount,
                words.firstNames().get(least(words.firstNames().size(), posts, draw)),
                words.lastNames().get(least(words.lastNames().size(), posts, draw)),
                YOUNGEST + least(AGES, posts, draw),
                FIRST_JOINED.plusSeconds((long) (JOINING_SECONDS * leastUnit(posts, draw))),
                degrees(90, posts, draw),
                degrees(180, posts, draw),
                words.countries().get(least(words.countries().size(), posts, draw)));
    }

    private static int least(int bound, double draws, Draw draw) {
        return (int) (bound * leastUnit(draws, draw));
    }

    /** The least of so many uniform draws from [0, 1), by inverting its distribution. */
    private static double leastUnit(double draws, Draw draw) {
        return 1 - StrictMath.pow(1 - draw.unit(), 1 / draws);
    }

    /** Six significant digits at most: what MySQL shows of a FLOAT. */
    private static float degrees(int limit, double posts, Draw draw) {
        int tenThousandths = -limit * 10_000 + (int) (2 * limit * 10_000 * leastUnit(posts, draw));
        boolean threeDigits = Math.abs(tenThousandths) >= 100 * 10_000;
        int thousandths = tenThousandths / 10;
        return threeDigits ? thousandths / 1_000f : tenThousandths / 10_000f;
    }
}
