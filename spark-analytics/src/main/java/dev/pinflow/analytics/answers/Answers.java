package dev.pinflow.analytics.answers;

import dev.pinflow.analytics.answers.Tally.Age;
import dev.pinflow.contract.report.Report;
import dev.pinflow.contract.report.TextOrder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Answers the questions of the data contract's section 5 from the counted posts. Knows no Spark. */
public final class Answers {
    private final Tally tally;
    private final Rules rules;
    private final TopPosters posters;

    public Answers(Tally tally, Rules rules) {
        this.tally = tally;
        this.rules = rules;
        this.posters = new TopPosters(tally.posters());
    }

    /** All reports in the order of {@link Report}. */
    public List<Answer> all() {
        List<Answer> answers = new ArrayList<>();
        for (Report report : Report.values()) {
            answers.add(new Answer(
                    report,
                    switch (report) {
                        case CATEGORY_BY_COUNTRY -> categories(countries(), Cell::of);
                        case CATEGORY_BY_YEAR -> categories(years(), Cell::of);
                        case TOP_USER_BY_COUNTRY -> topUsers();
                        case COUNTRY_OF_TOP_USER -> countryOfTopUser();
                        case CATEGORY_BY_AGE_GROUP -> categories(ages(), this::label);
                        case FOLLOWERS_BY_AGE_GROUP -> followersByAge();
                        case USERS_JOINED_BY_YEAR -> usersJoined();
                        case FOLLOWERS_BY_JOIN_YEAR -> followersByJoinYear();
                        case FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP -> followersByAgeAndJoinYear();
                    }));
        }
        return answers;
    }

    /** What the reports leave out or had to choose. */
    public Exclusions exclusions() {
        return new Exclusions(
                sum(tally.ages(), ofAge -> ofAge.age() instanceof Age.Unknown ? ofAge.posts() : 0),
                sum(tally.ages(), ofAge -> ofAge.age() instanceof Age.Outside ? ofAge.posts() : 0),
                sum(tally.years(), ofYear -> rules.postYears().contains(ofYear.year()) ? 0 : ofYear.posts()),
                sum(tally.users(), users -> rules.joinYears().contains(users.year()) ? 0 : users.users()),
                sum(
                        tally.followers(),
                        followers -> rules.joinYears().contains(followers.joinYear()) ? 0 : followers.posts()),
                sum(tally.followers(), followers -> followers.followers().isPresent() ? 0 : followers.posts()),
                countries().tied(),
                posters.overall().stream().map(Tally.Poster::country).distinct().toList());
    }

    private TopCategories<String> countries() {
        TopCategories<String> countries = new TopCategories<>(new TreeMap<>(TextOrder.BY_CODE_POINT));
        tally.countries().forEach(row -> countries.add(row.country(), row.category(), row.posts()));
        return countries;
    }

    private TopCategories<Integer> years() {
        TopCategories<Integer> years = new TopCategories<>(new TreeMap<>());
        tally.years().stream()
                .filter(row -> rules.postYears().contains(row.year()))
                .forEach(row -> years.add(row.year(), row.category(), row.posts()));
        return years;
    }

    private TopCategories<Integer> ages() {
        TopCategories<Integer> ages = new TopCategories<>(new TreeMap<>());
        for (Tally.OfAge row : tally.ages()) {
            if (row.age() instanceof Age.Band band) {
                ages.add(band.position(), row.category(), row.posts());
            }
        }
        return ages;
    }

    private <G> List<List<Cell>> categories(TopCategories<G> categories, Function<G, Cell> label) {
        return categories.winners(rules.ties()).stream()
                .map(winner ->
                        List.of(label.apply(winner.group()), Cell.of(winner.category()), Cell.of(winner.posts())))
                .toList();
    }

    private List<List<Cell>> topUsers() {
        return posters.perCountry(rules.ties()).stream()
                .map(poster -> List.of(Cell.of(poster.country()), Cell.of(poster.name()), Cell.of(poster.followers())))
                .toList();
    }

    private List<List<Cell>> countryOfTopUser() {
        return posters.overall().stream()
                .limit(1)
                .map(poster -> List.of(Cell.of(poster.country()), Cell.of(poster.followers())))
                .toList();
    }

    private List<List<Cell>> followersByAge() {
        FollowerMedians<Integer> medians = new FollowerMedians<>();
        for (Tally.OfFollowers row : tally.followers()) {
            if (row.age() instanceof Age.Band band) {
                row.followers().ifPresent(followers -> medians.add(band.position(), followers, row.posts()));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        medians.forEach(rules.median(), (band, median) -> rows.add(List.of(label(band), Cell.of(median))));
        return rows;
    }

    private List<List<Cell>> followersByJoinYear() {
        FollowerMedians<Integer> medians = new FollowerMedians<>();
        inJoinYears()
                .forEach(row ->
                        row.followers().ifPresent(followers -> medians.add(row.joinYear(), followers, row.posts())));
        List<List<Cell>> rows = new ArrayList<>();
        medians.forEach(rules.median(), (year, median) -> rows.add(List.of(Cell.of(year), Cell.of(median))));
        return rows;
    }

    private List<List<Cell>> followersByAgeAndJoinYear() {
        FollowerMedians<BandAndYear> medians = new FollowerMedians<>();
        for (Tally.OfFollowers row : inJoinYears()) {
            if (row.age() instanceof Age.Band band) {
                BandAndYear group = new BandAndYear(band.position(), row.joinYear());
                row.followers().ifPresent(followers -> medians.add(group, followers, row.posts()));
            }
        }
        List<List<Cell>> rows = new ArrayList<>();
        medians.forEach(
                rules.median(),
                (group, median) -> rows.add(List.of(label(group.band()), Cell.of(group.year()), Cell.of(median))));
        return rows;
    }

    private List<List<Cell>> usersJoined() {
        return tally.users().stream()
                .filter(row -> rules.joinYears().contains(row.year()))
                .sorted(Comparator.comparingInt(Tally.UsersOfYear::year))
                .map(row -> List.of(Cell.of(row.year()), Cell.of(row.users())))
                .toList();
    }

    private List<Tally.OfFollowers> inJoinYears() {
        return tally.followers().stream()
                .filter(row -> rules.joinYears().contains(row.joinYear()))
                .toList();
    }

    private Cell label(int band) {
        return Cell.of(rules.ages().get(band).label());
    }

    private static <T> long sum(List<T> rows, ToLongFunction<T> posts) {
        return rows.stream().mapToLong(posts).sum();
    }

    private record BandAndYear(int band, int year) implements Comparable<BandAndYear> {
        @Override
        public int compareTo(BandAndYear other) {
            return Comparator.comparingInt(BandAndYear::band)
                    .thenComparingInt(BandAndYear::year)
                    .compare(this, other);
        }
    }
}
