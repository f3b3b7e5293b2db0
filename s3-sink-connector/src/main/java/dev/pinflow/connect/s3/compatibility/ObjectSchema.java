package dev.pinflow.connect.s3.compatibility;

import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The value schema of one open object: the schema of its first record that has a value. Records without a value have no
 * schema of their own and fit everywhere. What was found out about the last other schema is kept, since schemas
 * alternate where versions are mixed, and comparing them is slow. Used from one thread only.
 */
public final class ObjectSchema {
    private final SchemaCompatibility compatibility;
    private boolean known;
    private Schema schema;

    /** Seen last, beside the object's own, with what it means. */
    private Schema other;

    private boolean otherJoins;
    private boolean otherIsEqual;

    public ObjectSchema(SchemaCompatibility compatibility) {
        this.compatibility = compatibility;
    }

    /**
     * Whether the record may join the object.
     *
     * @throws org.apache.kafka.connect.errors.DataException when the schemas cannot be compared
     */
    public boolean accepts(SinkRecord sinkRecord) {
        if (sinkRecord.value() == null || !known || sinkRecord.valueSchema() == schema) {
            return true;
        }
        Schema candidate = sinkRecord.valueSchema();
        if (candidate != other || candidate == null) {
            otherJoins = compatibility.accepts(schema, candidate);
            otherIsEqual = otherJoins && candidate != null && candidate.equals(schema);
            other = candidate;
        }
        return otherJoins;
    }

    /**
     * An accepted record as the object shows it; the same instance when nothing has to change.
     *
     * @throws org.apache.kafka.connect.errors.DataException when the value does not fit after all
     */
    public SinkRecord project(SinkRecord sinkRecord) {
        Schema candidate = sinkRecord.valueSchema();
        if (!known || candidate == schema || (candidate == other && otherIsEqual)) {
            return sinkRecord;
        }
        return compatibility.project(sinkRecord, schema);
    }

    /** Notes that the record is in the object now. */
    public void added(SinkRecord sinkRecord) {
        if (!known && sinkRecord.value() != null) {
            known = true;
            schema = sinkRecord.valueSchema();
        }
    }
}
