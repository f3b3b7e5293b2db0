package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Exclusions;
import dev.pinflow.analytics.posts.Census;
import java.util.ArrayList;
import java.util.List;

/**
 * What a reader should know before trusting the answers: one measure with its number.
 *
 * @param key the measure's name in quality.json
 * @param meaning the same in words
 */
record Quality(String key, String meaning, long count) {
    static List<Quality> of(Findings findings) {
        List<Quality> lines = new ArrayList<>();
        lines.add(new Quality(
                "posts", "Posts that all three topics know", findings.census().matched()));
        for (Census.Table table : findings.census().tables()) {
            String name = table.name();
            lines.add(new Quality(name + "_records", "Records in " + name, table.records()));
            lines.add(new Quality(name + "_reposts", "Re-posts in " + name, table.reposts()));
            lines.add(new Quality(
                    name + "_conflicts",
                    "Posts whose records in " + name + " contradict each other",
                    table.conflicts()));
            lines.add(
                    new Quality(name + "_orphans", "Posts in " + name + " that another topic lacks", table.orphans()));
        }
        Exclusions exclusions = findings.exclusions();
        lines.add(new Quality("posts_without_age", "Posts without a known age", exclusions.postsWithoutAge()));
        lines.add(new Quality(
                "posts_outside_age_groups",
                "Posts with an age outside the groups",
                exclusions.postsOutsideAgeGroups()));
        lines.add(new Quality(
                "posts_without_follower_count", "Posts without a follower count", exclusions.postsWithoutFollowers()));
        lines.add(
                new Quality("posts_outside_years", "Posts outside the reported years", exclusions.postsOutsideYears()));
        lines.add(new Quality(
                "posts_outside_join_years",
                "Posts whose user joined outside the reported years",
                exclusions.postsOutsideJoinYears()));
        lines.add(new Quality(
                "users_outside_join_years",
                "Users who joined outside the reported years",
                exclusions.usersOutsideJoinYears()));
        lines.add(new Quality(
                "countries_with_tied_categories",
                "Countries with more than one most posted category",
                exclusions.countriesWithTiedCategories()));
        lines.add(new Quality(
                "countries_of_top_user",
                "Countries that share the largest follower count",
                exclusions.countriesOfTopUser().size()));
        return lines;
    }
}
