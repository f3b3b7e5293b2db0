package dev.pinflow.cli.sample;

import dev.pinflow.contract.Sentinels;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The accounts of a data set, busiest first. An account of rank r gets a share of the posts proportional to
 * (r + {@value #SHIFT})^-{@value #FALL}: with these values 11,154 posts come from about 5,000 accounts, of which the
 * busiest owns about 244, as in the real tables.
 */
final class Accounts {
    private static final int RANKS = 14_000;
    private static final double SHIFT = 1.85;
    private static final double FALL = 0.8;
    private static final int FULL_DATA_SET = 11_154;
    private static final int POSTS_WITHOUT_PAGE = 80;

    private final double[] cumulative = new double[RANKS];
    private final List<Account> byRank = new ArrayList<>(RANKS);
    private final Account withoutPage;

    Accounts(long seed, Words words) {
        double total = 0;
        for (int rank = 0; rank < RANKS; rank++) {
            total += weight(rank);
            cumulative[rank] = total;
        }
        AccountMaker maker = new AccountMaker(words);
        for (int rank = 0; rank < RANKS; rank++) {
            double posts = Math.max(1, FULL_DATA_SET * weight(rank) / total);
            byRank.add(maker.account(posts, Draw.of(seed, Subject.ACCOUNT, rank)));
        }
        this.withoutPage = maker.account(
                Sentinels.POSTER, Sentinels.POSTER, POSTS_WITHOUT_PAGE, Draw.of(seed, Subject.ACCOUNT, RANKS));
    }

    private static double weight(int rank) {
        return StrictMath.pow(rank + SHIFT, -FALL);
    }

    /** An account that had joined by then. The busiest joined first, so the search comes to an end. */
    Account at(LocalDateTime timestamp, Draw draw) {
        int rank = rank(draw);
        while (rank > 0 && byRank.get(rank).dateJoined().isAfter(timestamp)) {
            rank /= 2;
        }
        return byRank.get(rank);
    }

    private int rank(Draw draw) {
        int found = Arrays.binarySearch(cumulative, draw.unit() * cumulative[RANKS - 1]);
        return Math.min(RANKS - 1, found >= 0 ? found + 1 : -found - 1);
    }

    /** The one account behind all posts whose page was gone. */
    Account withoutPage() {
        return withoutPage;
    }
}
