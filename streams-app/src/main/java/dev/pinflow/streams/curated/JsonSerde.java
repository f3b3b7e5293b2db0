package dev.pinflow.streams.curated;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Curated records as JSON in UTF-8, for users without a schema registry: one object on one line, its members in the
 * order of the entity's Avro schema, what is null as null, timestamps as numbers of epoch milliseconds (a form in which
 * the raw contract takes them too), doubles with the fewest digits that are read back as the same double.
 *
 * <p>What is read must be of that form, members in any order: a member that the schema does not know, one of another
 * type, one that occurs twice, or one without default that is missing, is an error
 * ({@link org.apache.kafka.common.errors.SerializationException}) that names topic and member. Which schema it is follows
 * from the topic's name. Null stays null. Takes no settings. Thread-safe, and so is all that it makes.
 */
public final class JsonSerde implements Serde<GenericRecord> {
    @Override
    public Serializer<GenericRecord> serializer() {
        return new JsonRecordWriter();
    }

    @Override
    public Deserializer<GenericRecord> deserializer() {
        return new JsonRecordReader();
    }
}
