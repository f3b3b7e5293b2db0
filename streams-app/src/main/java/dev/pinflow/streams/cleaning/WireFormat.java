package dev.pinflow.streams.cleaning;

import java.util.Arrays;
import java.util.Optional;

/** How both registries' serializers frame Avro: a zero byte, the schema's id in four bytes, then the binary encoding. */
final class WireFormat {
    private static final int PREFIX_BYTES = 5;
    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** What stands in front of the encoding; empty when the value is anything else than a frame around exactly that. */
    static Optional<byte[]> prefix(byte[] value, byte[] avro) {
        boolean framed = value.length == PREFIX_BYTES + avro.length
                && value[0] == MAGIC
                && Arrays.equals(value, PREFIX_BYTES, value.length, avro, 0, avro.length);
        return framed ? Optional.of(Arrays.copyOf(value, PREFIX_BYTES)) : Optional.empty();
    }
}
