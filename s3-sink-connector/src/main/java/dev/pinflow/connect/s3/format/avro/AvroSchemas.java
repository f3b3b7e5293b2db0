package dev.pinflow.connect.s3.format.avro;

import java.util.IdentityHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;

/** What files and rows of each schema need, kept by schema instance: converters deliver the same ones again. */
final class AvroSchemas {
    private final AvroOptions options;
    private final IdentityHashMap<Schema, Prepared> known = new IdentityHashMap<>();

    /** @param json the Avro schema */
    record Prepared(Schema schema, String json, AvroValue writer) {}

    AvroSchemas(AvroOptions options) {
        this.options = options;
    }

    /**
     * Prepares a schema for rows.
     *
     * @param nullable whether rows may be null even though the schema says otherwise
     * @throws DataException when Avro has no such schema
     */
    Prepared of(Schema schema, boolean nullable) {
        Prepared prepared = known.get(schema);
        if (prepared == null) {
            prepared = prepare(schema, nullable && !(schema.isOptional() && AvroTypes.isNullFirst(schema)));
            if (known.size() >= options.schemas()) {
                known.clear();
            }
            known.put(schema, prepared);
        }
        return prepared;
    }

    private Prepared prepare(Schema schema, boolean wrap) {
        try {
            org.apache.avro.Schema type = new AvroTypes(options).of(schema);
            AvroValue writer = new AvroValues(options).of(schema);
            return wrap
                    ? new Prepared(schema, orNull(type).toString(), orNull(writer))
                    : new Prepared(schema, type.toString(), writer);
        } catch (AvroRuntimeException e) {
            throw new DataException(
                    "The record's schema cannot be an Avro schema: " + e.getMessage()
                            + ". Rename what it complains about by a transform, or use the json format",
                    e);
        }
    }

    private static org.apache.avro.Schema orNull(org.apache.avro.Schema type) {
        return org.apache.avro.Schema.createUnion(
                org.apache.avro.Schema.create(org.apache.avro.Schema.Type.NULL), type);
    }

    private static AvroValue orNull(AvroValue writer) {
        return (value, out) -> {
            out.writeIndex(value == null ? 0 : 1);
            if (value != null) {
                writer.write(value, out);
            }
        };
    }
}
