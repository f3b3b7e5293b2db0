package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Entity;
import org.apache.avro.generic.GenericData;

/** The cleaning rules of one entity. Stateless and thread-safe. */
interface EntityRules {
    /** Fills the record's fields; the caller adds {@code defects}. */
    void apply(MemberRules members, GenericData.Record record) throws RejectedException;

    static EntityRules of(Entity entity) {
        return switch (entity) {
            case PIN -> new PinRules();
            case GEO -> new GeoRules();
            case USER -> new UserRules();
        };
    }
}
