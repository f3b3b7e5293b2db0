package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Cleans the raw records of one entity by the data contract, section 4. A pure function of the bytes: no clock, no
 * locale, no time zone, no state. Thread-safe. Never throws for any input.
 */
public final class Cleaner {
    private final Entity entity;
    private final Schema schema;
    private final RawRecordReader reader;
    private final EntityRules rules;
    private final int defectsField;

    private Cleaner(Entity entity) {
        this.entity = entity;
        this.schema = CuratedSchemas.of(entity);
        this.reader = new RawRecordReader(new Columns(entity.columns()));
        this.rules = EntityRules.of(entity);
        this.defectsField = schema.getField("defects").pos();
    }

    public static Cleaner of(Entity entity) {
        return new Cleaner(entity);
    }

    /**
     * Cleans one record's value.
     *
     * @param value the bytes as received; null (a tombstone) is rejected as {@link RejectReason#NULL_VALUE}
     */
    public CleaningResult clean(byte[] value) {
        if (value == null) {
            return new Rejected(RejectReason.NULL_VALUE, "", "The record has no value: post the row as a JSON object.");
        }
        RawRecord raw = null;
        try {
            raw = reader.read(value);
            MemberRules members = new MemberRules(raw);
            GenericData.Record record = new GenericData.Record(schema);
            rules.apply(members, record);
            List<String> defects = List.copyOf(members.defects());
            record.put(defectsField, defects);
            return new Curated(
                    (Integer) record.get(0), record, defects, raw.unknown().size());
        } catch (RejectedException e) {
            return raw == null ? e.rejected() : wrongEntity(raw, e.rejected()).orElse(e.rejected());
        }
    }

    /** A record that lacks what this entity needs but has columns of another one was sent to the wrong topic. */
    private Optional<Rejected> wrongEntity(RawRecord raw, Rejected rejected) {
        if (rejected.reason() != RejectReason.MISSING_MEMBER) {
            return Optional.empty();
        }
        return Stream.of(Entity.values())
                .filter(other -> other != entity)
                .filter(other -> other.columns().stream().skip(1).anyMatch(raw.unknown()::contains))
                .findFirst()
                .map(other -> new Rejected(
                        RejectReason.WRONG_ENTITY,
                        rejected.field(),
                        "This is a " + other.suffix() + " record: post it to the " + other.suffix() + " topic, not to "
                                + entity.suffix() + "."));
    }
}
