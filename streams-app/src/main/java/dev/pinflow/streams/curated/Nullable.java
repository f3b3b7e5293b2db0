package dev.pinflow.streams.curated;

import org.apache.avro.Schema;

/** The unions of the curated schemas, each of null and one type. */
final class Nullable {
    private Nullable() {}

    /** The type beside null. */
    static Schema type(Schema union) {
        Schema first = union.getTypes().get(0);
        return first.getType() == Schema.Type.NULL ? union.getTypes().get(1) : first;
    }
}
