package dev.pinflow.connect.s3.format.avro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.io.Encoder;
import org.apache.kafka.connect.data.Schema;

/** Writes values of one schema, null included; what the schema decides is decided once. */
@FunctionalInterface
interface AvroValue {
    /** @throws RuntimeException when the value is not one of the schema's */
    void write(Object value, Encoder out) throws IOException;

    /** The symbols of an enum in the order of its schema. */
    static List<String> symbols(Schema schema) {
        List<String> symbols = new ArrayList<>();
        schema.parameters().forEach((key, symbol) -> {
            if (key.startsWith(AvroNames.ENUM + ".")) {
                symbols.add(symbol);
            }
        });
        return symbols;
    }

    static byte[] copy(ByteBuffer buffer) {
        byte[] copy = new byte[buffer.remaining()];
        buffer.duplicate().get(copy);
        return copy;
    }
}
