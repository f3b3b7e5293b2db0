package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.Report;
import dev.pinflow.contract.report.YearRange;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.kafka.common.utils.Bytes;

/**
 * That a post counts for a member of a group.
 *
 * @param member the category in UTF-8, or the person's bytes where persons are counted
 */
record Membership(GroupKey group, Bytes member) {
    /** All memberships of a post, at most one in each report; none while one of its parts is missing. */
    static Set<Membership> of(Post post) {
        Set<Membership> memberships = new LinkedHashSet<>();
        if (!post.isComplete()) {
            return memberships;
        }
        Bytes category = Bytes.wrap(post.category().getBytes(UTF_8));
        Person person = post.person();
        memberships.add(new Membership(
                new GroupKey(Report.CATEGORY_BY_COUNTRY, post.place().country()), category));
        if (YearRange.POSTED.contains(post.place().year())) {
            memberships.add(
                    new Membership(year(Report.CATEGORY_BY_YEAR, post.place().year()), category));
        }
        ageGroup(person.age())
                .ifPresent(band -> memberships.add(
                        new Membership(new GroupKey(Report.CATEGORY_BY_AGE_GROUP, band.label()), category)));
        if (YearRange.JOINED.contains(person.yearJoined())) {
            memberships.add(new Membership(
                    year(Report.USERS_JOINED_BY_YEAR, person.yearJoined()), Bytes.wrap(PostCodec.encode(person))));
        }
        return memberships;
    }

    private static GroupKey year(Report report, int year) {
        return new GroupKey(report, Integer.toString(year));
    }

    private static Optional<AgeBand> ageGroup(OptionalInt age) {
        if (age.isEmpty()) {
            return Optional.empty();
        }
        int years = age.getAsInt();
        return AgeBand.DEFAULTS.stream()
                .filter(band -> band.from() <= years && years <= band.to())
                .findFirst();
    }
}
