package dev.pinflow.connect.s3.compatibility;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/** Which records may join an object that was opened by a record of another schema. */
public enum SchemaCompatibility {
    /** Records of exactly the object's schema: nothing is changed in any record, at the price of many small objects. */
    NONE {
        @Override
        public boolean accepts(Schema objectSchema, Schema recordSchema) {
            return objectSchema == recordSchema || (objectSchema != null && objectSchema.equals(recordSchema));
        }

        @Override
        public SinkRecord project(SinkRecord sinkRecord, Schema objectSchema) {
            return sinkRecord;
        }
    };

    /**
     * Whether a record joins the object, rather than having it written and opening the next one.
     *
     * @param objectSchema value schema of the record that opened the object; null for none
     * @param recordSchema value schema of the record; null for none
     * @throws org.apache.kafka.connect.errors.DataException when the two cannot be compared
     */
    public abstract boolean accepts(Schema objectSchema, Schema recordSchema);

    /**
     * The record as the object's schema has it; the same instance when nothing has to change. Called only with accepted
     * schemas.
     *
     * @throws org.apache.kafka.connect.errors.DataException when the value does not fit after all
     */
    public abstract SinkRecord project(SinkRecord sinkRecord, Schema objectSchema);
}
