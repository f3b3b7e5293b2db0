package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Entity;
import org.apache.avro.generic.GenericData;

/** User rows; the two names become one, and one of them suffices. */
final class UserRules implements EntityRules {
    private static final int MAX_AGE = 150;

    private final Column ind = Column.of(Entity.USER, "ind");
    private final Column firstName = Column.of(Entity.USER, "first_name", "user_name");
    private final Column lastName = Column.of(Entity.USER, "last_name", "user_name");
    private final Column dateJoined = Column.of(Entity.USER, "date_joined");
    private final Column age = Column.of(Entity.USER, "age");

    @Override
    public void apply(MemberRules members, GenericData.Record record) throws RejectedException {
        record.put(ind.field(), members.index(ind));
        record.put(firstName.field(), userName(members));
        record.put(dateJoined.field(), members.dateTime(dateJoined));
        record.put(age.field(), members.optionalInt(age, 0, MAX_AGE));
    }

    private String userName(MemberRules members) throws RejectedException {
        // A part that is no text cannot be left out silently: the name would be another person's.
        String first = members.textOrNull(firstName);
        String last = members.textOrNull(lastName);
        if (first == null && last == null) {
            throw MemberRules.missing("first_name");
        }
        if (first == null || last == null) {
            return Whitespace.trim(first == null ? last : first);
        }
        return Whitespace.trim(first) + " " + Whitespace.trim(last);
    }
}
