package dev.pinflow.connect.rds.offset;

import java.util.Map;
import org.apache.kafka.connect.errors.ConnectException;

/** Judges offsets that a user wants to store through Connect's REST API (KIP-875). */
public final class AlteredOffsets {
    private AlteredOffsets() {}

    /**
     * Accepts them or says what is wrong. A null offset resets its partition and is accepted for any partition, so that
     * whatever was stored once can be removed.
     *
     * @param emulation the name of the emulation in the source partitions
     * @param offsets by partition
     * @throws ConnectException if a partition or an offset is not one of this connector's
     */
    public static void check(String emulation, Map<Map<String, ?>, Map<String, ?>> offsets) {
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                stride(emulation, partition).parse(offset);
            }
        });
    }

    private static Stride stride(String emulation, Map<String, ?> partition) {
        if (partition != null
                && partition.size() == 2
                && emulation.equals(partition.get(Stride.EMULATION))
                && partition.get(Stride.STRIDE) instanceof String index
                && index.matches("\\d")
                && Integer.parseInt(index) < Stride.COUNT) {
            return new Stride(Integer.parseInt(index));
        }
        throw new ConnectException("The partition " + partition + " is not one of this connector: it takes '"
                + Stride.EMULATION + "' (the topic.prefix, " + emulation + ") and '" + Stride.STRIDE + "' (\"0\" to \""
                + (Stride.COUNT - 1) + "\").");
    }
}
