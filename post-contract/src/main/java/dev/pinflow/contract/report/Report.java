package dev.pinflow.contract.report;

import java.util.List;

/** The reports, in the order of the questions; ids, columns and their order are those of the data contract. */
public enum Report {
    CATEGORY_BY_COUNTRY(
            "category-by-country", "Most posted category in each country", "country", "category", "category_count"),
    CATEGORY_BY_YEAR(
            "category-by-year", "Most posted category in each year", "post_year", "category", "category_count"),
    TOP_USER_BY_COUNTRY(
            "top-user-by-country",
            "Poster with the most followers in each country",
            "country",
            "poster_name",
            "follower_count"),
    COUNTRY_OF_TOP_USER(
            "country-of-top-user", "Country of the poster with the most followers", "country", "follower_count"),
    CATEGORY_BY_AGE_GROUP(
            "category-by-age-group",
            "Most posted category in each age group",
            "age_group",
            "category",
            "category_count"),
    FOLLOWERS_BY_AGE_GROUP(
            "followers-by-age-group", "Median follower count in each age group", "age_group", "median_follower_count"),
    USERS_JOINED_BY_YEAR("users-joined-by-year", "Users who joined in each year", "post_year", "number_users_joined"),
    FOLLOWERS_BY_JOIN_YEAR(
            "followers-by-join-year", "Median follower count by year of joining", "post_year", "median_follower_count"),
    FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP(
            "followers-by-join-year-and-age-group",
            "Median follower count by age group and year of joining",
            "age_group",
            "post_year",
            "median_follower_count");

    /** The reports that the streams app keeps up to date as topics, in order. */
    public static final List<Report> LIVE =
            List.of(CATEGORY_BY_COUNTRY, CATEGORY_BY_YEAR, CATEGORY_BY_AGE_GROUP, USERS_JOINED_BY_YEAR);

    private final String id;
    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    Report(String id, String title, String... columns) {
        this.id = id;
        this.title = title;
        this.columns = List.of(columns);
    }

    /** The name of the report's files. */
    public String id() {
        return id;
    }

    /** The question in words, for people. */
    public String title() {
        return title;
    }

    public List<String> columns() {
        return columns;
    }
}
