package dev.pinflow.streams.answers;

import java.io.IOException;
import java.util.OptionalInt;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;

/** The bytes of posts and persons in stores. Whoever changes them raises the version. */
final class PostCodec {
    private static final byte VERSION = 1;
    private static final int ABSENT = 0;
    private static final int PRESENT = 1;

    private PostCodec() {}

    static byte[] encode(Post post) {
        return AvroFields.write(VERSION, encoder -> {
            if (writePresence(encoder, post.category() != null)) {
                encoder.writeString(post.category());
            }
            if (writePresence(encoder, post.place() != null)) {
                encoder.writeString(post.place().country());
                encoder.writeInt(post.place().year());
            }
            if (writePresence(encoder, post.person() != null)) {
                writePerson(encoder, post.person());
            }
        });
    }

    static Post decode(byte[] bytes) {
        return AvroFields.read(VERSION, bytes, decoder -> {
            String category = isPresent(decoder) ? decoder.readString() : null;
            Place place = isPresent(decoder) ? new Place(decoder.readString(), decoder.readInt()) : null;
            Person person = isPresent(decoder) ? readPerson(decoder) : null;
            return new Post(category, place, person);
        });
    }

    /** Equal persons have equal bytes, and no others. */
    static byte[] encode(Person person) {
        return AvroFields.write(VERSION, encoder -> writePerson(encoder, person));
    }

    private static void writePerson(BinaryEncoder encoder, Person person) throws IOException {
        encoder.writeString(person.userName());
        if (writePresence(encoder, person.age().isPresent())) {
            encoder.writeInt(person.age().getAsInt());
        }
        encoder.writeLong(person.dateJoined());
    }

    private static Person readPerson(BinaryDecoder decoder) throws IOException {
        String userName = decoder.readString();
        OptionalInt age = isPresent(decoder) ? OptionalInt.of(decoder.readInt()) : OptionalInt.empty();
        return new Person(userName, age, decoder.readLong());
    }

    private static boolean writePresence(BinaryEncoder encoder, boolean present) throws IOException {
        encoder.writeIndex(present ? PRESENT : ABSENT);
        return present;
    }

    private static boolean isPresent(BinaryDecoder decoder) throws IOException {
        return decoder.readIndex() == PRESENT;
    }
}
