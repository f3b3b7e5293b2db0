package dev.pinflow.contract.cleaning;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;

/** User rows; the two names become one, and one of them suffices. */
final class UserRules implements EntityRules {
    private static final int MAX_AGE = 150;

    private final int ind;
    private final int firstName;
    private final int lastName;
    private final int age;
    private final int dateJoined;

    UserRules(RawRecord.Columns columns) {
        this.ind = columns.place("ind");
        this.firstName = columns.place("first_name");
        this.lastName = columns.place("last_name");
        this.age = columns.place("age");
        this.dateJoined = columns.place("date_joined");
    }

    @Override
    public void apply(MemberRules members, GenericData.Record record) throws RejectedException {
        record.put("ind", members.index(ind));
        record.put("user_name", userName(members));
        record.put("date_joined", members.dateTime(dateJoined));
        record.put("age", members.optionalInt(age, 0, MAX_AGE));
    }

    private String userName(MemberRules members) throws RejectedException {
        // A part that is no text cannot be left out silently: the name would be another person's.
        String first = members.textOrNull(firstName);
        String last = members.textOrNull(lastName);
        String name = Stream.of(first, last)
                .filter(Objects::nonNull)
                .map(Whitespace::trim)
                .collect(Collectors.joining(" "));
        if (name.isEmpty()) {
            throw MemberRules.missing("first_name");
        }
        return name;
    }
}
