package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.Entity;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalInt;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

/** Reads the part of a post that a curated record holds. Used by one task, so by one thread at a time. */
final class PartReader implements AutoCloseable {
    private final Deserializer<GenericRecord> deserializer;
    private final BooleanSupplier registryAnswers;

    PartReader(Deserializer<GenericRecord> deserializer, BooleanSupplier registryAnswers) {
        this.deserializer = deserializer;
        this.registryAnswers = registryAnswers;
    }

    /**
     * What the record changes in its post.
     *
     * @param value the record's value; null takes the part away
     * @throws UnreadableRecordException when the record is at fault
     * @throws RuntimeException what the deserializer threw, when the registry does not answer: a later try may succeed
     */
    UnaryOperator<Post> read(Entity entity, String topic, Headers headers, byte[] key, byte[] value)
            throws UnreadableRecordException {
        if (key == null) {
            throw new UnreadableRecordException("it has no key");
        }
        if (value == null) {
            return post -> post.without(entity);
        }
        GenericRecord record = deserialized(topic, headers, value);
        try {
            requireOwnKey(key, record);
            return part(entity, record);
        } catch (RuntimeException e) {
            throw new UnreadableRecordException(
                    "its columns are not those of the contract (" + e.getMessage() + ")", e);
        }
    }

    /**
     * A failure is the record's fault when a second try, made while the registry is known to answer, fails too, and the
     * registry still answers then.
     */
    private GenericRecord deserialized(String topic, Headers headers, byte[] value) throws UnreadableRecordException {
        try {
            return deserializer.deserialize(topic, headers, value);
        } catch (RuntimeException e) {
            if (!registryAnswers.getAsBoolean()) {
                throw e;
            }
        }
        try {
            return deserializer.deserialize(topic, headers, value);
        } catch (RuntimeException e) {
            if (!registryAnswers.getAsBoolean()) {
                throw e;
            }
            throw new UnreadableRecordException("its value cannot be decoded (" + e.getMessage() + ")", e);
        }
    }

    private static void requireOwnKey(byte[] key, GenericRecord record) throws UnreadableRecordException {
        String ind = record.get("ind").toString();
        if (!ind.equals(new String(key, UTF_8))) {
            throw new UnreadableRecordException("its key is not its ind, " + ind + ", in digits");
        }
    }

    private static UnaryOperator<Post> part(Entity entity, GenericRecord record) {
        switch (entity) {
            case PIN -> {
                String category = text(record, "category");
                return post -> post.withCategory(category);
            }
            case GEO -> {
                int year = Instant.ofEpochMilli(millis(record, "timestamp"))
                        .atOffset(ZoneOffset.UTC)
                        .getYear();
                Place place = new Place(text(record, "country"), year);
                return post -> post.withPlace(place);
            }
            case USER -> {
                Object age = record.get("age");
                Person person = new Person(
                        text(record, "user_name"),
                        age == null ? OptionalInt.empty() : OptionalInt.of((Integer) age),
                        millis(record, "date_joined"));
                return post -> post.withPerson(person);
            }
        }
        throw new IllegalStateException("There is no entity " + entity + ".");
    }

    private static String text(GenericRecord record, String column) {
        return ((CharSequence) record.get(column)).toString();
    }

    /** Some deserializers know Avro's logical types, others yield the number behind them. */
    private static long millis(GenericRecord record, String column) {
        Object value = record.get(column);
        return value instanceof Instant instant ? instant.toEpochMilli() : (Long) value;
    }

    @Override
    public void close() {
        deserializer.close();
    }
}
