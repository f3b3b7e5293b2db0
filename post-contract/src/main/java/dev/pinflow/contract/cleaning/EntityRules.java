package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Entity;
import org.apache.avro.generic.GenericData;

/** The cleaning rules of one entity. Stateless and thread-safe. */
interface EntityRules {
    /** Fills the record's fields; the caller adds {@code defects}. */
    void apply(MemberRules members, GenericData.Record record) throws RejectedException;

    static EntityRules of(Entity entity, RawRecord.Columns columns) {
        return switch (entity) {
            case PIN -> new PinRules(columns);
            case GEO -> new GeoRules(columns);
            case USER -> new UserRules(columns);
        };
    }
}
