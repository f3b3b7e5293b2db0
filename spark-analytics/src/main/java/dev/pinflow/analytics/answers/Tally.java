package dev.pinflow.analytics.answers;

import java.util.List;
import java.util.Optional;

/**
 * The posts, counted: small tables that hold all that the questions ask. Their size grows with the number of
 * countries, categories and different follower counts, not with the number of posts.
 *
 * @param countries per country and category
 * @param years per UTC year of posting and category, all years
 * @param ages per age group and category
 * @param followers per age group, UTC year of joining and follower count; posts without a count have none
 * @param posters the posters with the largest follower count of their country
 * @param users per UTC year of joining, all years
 */
public record Tally(
        List<OfCountry> countries,
        List<OfYear> years,
        List<OfAge> ages,
        List<OfFollowers> followers,
        List<Poster> posters,
        List<UsersOfYear> users) {
    public record OfCountry(String country, String category, long posts) {}

    public record OfYear(int year, String category, long posts) {}

    public record OfAge(Age age, String category, long posts) {}

    public record OfFollowers(Age age, int joinYear, Optional<Integer> followers, long posts) {}

    /** An empty name is a poster whose name is not known. */
    public record Poster(String country, Optional<String> name, int followers) {}

    public record UsersOfYear(int year, long users) {}

    /** Where an age falls. */
    public sealed interface Age {
        /** In the age group with this position among {@link Rules#ages()}. */
        record Band(int position) implements Age {}

        /** Known, and in none of the groups. */
        record Outside() implements Age {}

        record Unknown() implements Age {}
    }
}
