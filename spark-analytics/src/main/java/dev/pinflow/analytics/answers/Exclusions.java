package dev.pinflow.analytics.answers;

import java.util.List;

/**
 * What the reports leave out, and where they had to choose.
 *
 * @param postsWithoutAge posts that no report by age group counts, since the age is not known
 * @param postsOutsideAgeGroups posts whose known age is in no group
 * @param postsOutsideYears posts that category-by-year leaves out
 * @param usersOutsideJoinYears users that users-joined-by-year leaves out
 * @param postsOutsideJoinYears posts that the medians by join year leave out
 * @param postsWithoutFollowers posts that no median counts
 * @param countriesWithTiedCategories countries with more than one most posted category
 * @param countriesOfTopUser where the largest follower count occurs, in order; the report names the first
 */
public record Exclusions(
        long postsWithoutAge,
        long postsOutsideAgeGroups,
        long postsOutsideYears,
        long usersOutsideJoinYears,
        long postsOutsideJoinYears,
        long postsWithoutFollowers,
        long countriesWithTiedCategories,
        List<String> countriesOfTopUser) {
    public Exclusions {
        countriesOfTopUser = List.copyOf(countriesOfTopUser);
    }
}
