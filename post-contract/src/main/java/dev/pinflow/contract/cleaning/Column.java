package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;

/**
 * A column of an entity and what becomes of it; built once per entity.
 *
 * @param name in the source table and in the raw record
 * @param place as in {@link Columns}
 * @param field the position in the curated schema of the field that it goes into
 * @param nullTexts what means null in it
 */
record Column(String name, int place, int field, NullTexts nullTexts) {
    /** A column that goes into the field of its own name. */
    static Column of(Entity entity, String name) {
        return of(entity, name, name);
    }

    static Column of(Entity entity, String name, String field) {
        return new Column(
                name,
                entity.columns().indexOf(name),
                CuratedSchemas.of(entity).getField(field).pos(),
                NullTexts.of(name));
    }
}
