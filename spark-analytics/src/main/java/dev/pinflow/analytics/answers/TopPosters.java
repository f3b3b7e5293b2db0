package dev.pinflow.analytics.answers;

import dev.pinflow.contract.report.TextOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The posters with the most followers, by country and name; a name that is not known comes first. */
final class TopPosters {
    private static final Comparator<Tally.Poster> ORDER = Comparator.comparing(
                    Tally.Poster::country, TextOrder.BY_CODE_POINT)
            .thenComparing(poster -> poster.name().isPresent())
            .thenComparing(poster -> poster.name().orElse(""), TextOrder.BY_CODE_POINT);

    private final List<Tally.Poster> posters;

    TopPosters(List<Tally.Poster> posters) {
        this.posters = posters.stream().sorted(ORDER).toList();
    }

    List<Tally.Poster> perCountry(Ties ties) {
        List<Tally.Poster> kept = new ArrayList<>();
        String country = null;
        for (Tally.Poster poster : posters) {
            if (ties == Ties.ALL || !poster.country().equals(country)) {
                kept.add(poster);
            }
            country = poster.country();
        }
        return kept;
    }

    /** Those with the most followers of all, the answer first; empty when no post has a follower count. */
    List<Tally.Poster> overall() {
        int most = posters.stream().mapToInt(Tally.Poster::followers).max().orElse(0);
        return posters.stream().filter(poster -> poster.followers() == most).toList();
    }
}
