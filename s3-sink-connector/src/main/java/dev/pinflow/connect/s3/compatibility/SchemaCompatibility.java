package dev.pinflow.connect.s3.compatibility;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Which records may join an object that was opened by a record of another schema. Records with a schema never share an
 * object with records without.
 */
public enum SchemaCompatibility {
    /** Records of exactly the object's schema: nothing is changed in any record, at the price of many small objects. */
    NONE {
        @Override
        boolean allows(int objectVersion, int recordVersion) {
            return false;
        }
    },
    /** Older records are shown in the object's newer schema: few objects, but fields that it dropped are lost. */
    BACKWARD {
        @Override
        boolean allows(int objectVersion, int recordVersion) {
            return recordVersion <= objectVersion;
        }
    },
    /** Newer records are shown in the object's older schema: few objects, but fields that it lacks are lost. */
    FORWARD {
        @Override
        boolean allows(int objectVersion, int recordVersion) {
            return recordVersion >= objectVersion;
        }
    },
    /** As BACKWARD: a newer schema that fits both ways still opens an object, so that no field is lost. */
    FULL {
        @Override
        boolean allows(int objectVersion, int recordVersion) {
            return BACKWARD.allows(objectVersion, recordVersion);
        }
    };

    /**
     * Whether a record joins the object, rather than having it written and opening the next one.
     *
     * @param objectSchema value schema of the record that opened the object; null for none
     * @param recordSchema value schema of the record; null for none
     * @throws DataException when the two cannot be compared, because a version is missing
     */
    public boolean accepts(Schema objectSchema, Schema recordSchema) {
        if (objectSchema == recordSchema) {
            return true;
        }
        if (objectSchema == null || recordSchema == null) {
            return false;
        }
        if (objectSchema.equals(recordSchema)) {
            return true;
        }
        return this != NONE
                && allows(version(objectSchema), version(recordSchema))
                && new SchemaFit().fits(recordSchema, objectSchema);
    }

    /**
     * The record as the object's schema has it; the same instance when nothing has to change. Called only with accepted
     * schemas.
     *
     * @throws DataException when the value does not fit after all
     */
    public SinkRecord project(SinkRecord sinkRecord, Schema objectSchema) {
        Schema recordSchema = sinkRecord.valueSchema();
        if (sinkRecord.value() == null
                || recordSchema == objectSchema
                || recordSchema == null
                || recordSchema.equals(objectSchema)) {
            return sinkRecord;
        }
        return sinkRecord.newRecord(
                sinkRecord.topic(),
                sinkRecord.kafkaPartition(),
                sinkRecord.keySchema(),
                sinkRecord.key(),
                objectSchema,
                Projection.of(recordSchema, sinkRecord.value(), objectSchema),
                sinkRecord.timestamp(),
                sinkRecord.headers());
    }

    /** Whether the versions let a record join an object of another schema. */
    abstract boolean allows(int objectVersion, int recordVersion);

    private int version(Schema schema) {
        if (schema.version() == null) {
            throw new DataException("The value schema " + (schema.name() == null ? "" : schema.name() + " ")
                    + "has no version, and schema.compatibility=" + this
                    + " goes by versions: use a converter that sets them, the SetSchemaMetadata transform, or NONE");
        }
        return schema.version();
    }
}
