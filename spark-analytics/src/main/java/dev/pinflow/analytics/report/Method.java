package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.MedianKind;
import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.analytics.answers.Ties;
import dev.pinflow.analytics.answers.UserIdentity;
import dev.pinflow.contract.report.AgeBand;
import java.util.List;
import java.util.stream.Collectors;

/** The rules of a run in words, so that nobody has to guess how a number came about. */
final class Method {
    private Method() {}

    static List<String> of(Rules rules) {
        return List.of(
                rules.deduplicate()
                        ? "Posts are counted once each, by their latest record."
                        : "Every record counts, re-posts too: this run was asked not to remove duplicates.",
                rules.ties() == Ties.ALL
                        ? "Where several share the lead, all of them are listed."
                        : "Where several share the lead, only the first in alphabetical order is listed.",
                "Medians are taken over posts with a known follower count, so who posts more weighs more. "
                        + (rules.median() == MedianKind.INTERPOLATED
                                ? "The median of an even number of posts lies half-way between the middle two."
                                : "The median of an even number of posts is the smaller of the middle two."),
                rules.identity() == UserIdentity.FULL
                        ? "Users are told apart by name, age and time of joining."
                        : "Users are told apart by name alone, so namesakes count as one.",
                "Years are UTC years. Reported are posts of " + rules.postYears() + " and users who joined in "
                        + rules.joinYears() + ".",
                "Age groups, in years: "
                        + rules.ages().stream().map(Method::ages).collect(Collectors.joining(", ")) + ".");
    }

    private static String ages(AgeBand band) {
        return band.to() == Integer.MAX_VALUE ? band.label() + " (" + band.from() + " and older)" : band.label();
    }
}
