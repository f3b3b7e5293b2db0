package dev.pinflow.analytics.answers;

import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.YearRange;
import java.util.List;

/**
 * How the questions are answered; the defaults are section 5 of the data contract.
 *
 * @param deduplicate whether only the latest record of an {@code ind} counts
 * @param postYears the years of posting that category-by-year tells
 * @param joinYears the years of joining that the reports by join year tell
 * @param ages the age groups, rising
 */
public record Rules(
        MedianKind median,
        Ties ties,
        UserIdentity identity,
        boolean deduplicate,
        YearRange postYears,
        YearRange joinYears,
        List<AgeBand> ages) {
    public static final Rules DEFAULTS = new Rules(
            MedianKind.INTERPOLATED,
            Ties.ALL,
            UserIdentity.FULL,
            true,
            YearRange.POSTED,
            YearRange.JOINED,
            AgeBand.DEFAULTS);

    public Rules {
        ages = List.copyOf(ages);
    }
}
