package dev.pinflow.connect.rds.offset;

import dev.pinflow.connect.rds.sampling.KeyRange;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.connect.errors.ConnectException;

/**
 * One of a fixed number of interleaved parts of the emulation: stride i has the postings i, i + {@value #COUNT},
 * i + 2 · {@value #COUNT} and so on.
 *
 * <p>Offsets belong to strides, not to tasks, so that they stay valid when tasks.max changes. The number of strides is
 * part of the offsets' meaning and must never change.
 *
 * @param index from 0 to {@value #COUNT} - 1
 */
public record Stride(int index) {
    public static final int COUNT = 8;

    static final String EMULATION = "emulation";
    static final String STRIDE = "stride";

    private static final Set<String> MEMBERS =
            Set.of(StrideOffset.NEXT, StrideOffset.POSTED, StrideOffset.KEYS, StrideOffset.TABLES);

    /** Beyond it numbers of postings could overflow. */
    private static final long MAX_NEXT = Long.MAX_VALUE / 2;

    public Stride {
        if (index < 0 || index >= COUNT) {
            throw new IllegalArgumentException("Stride " + index + " is not one of 0 to " + (COUNT - 1) + ".");
        }
    }

    /** The stride of a posting. */
    static Stride of(long posting) {
        return new Stride((int) (posting % COUNT));
    }

    /**
     * The source partition under which Connect stores the stride's offsets.
     *
     * <p>A HashMap of default capacity, filled by put, on purpose: Connect finds offsets by the bytes of the partition's
     * JSON, in the map's own order, and reads partitions back into such maps. A HashMap made as a copy may have another
     * order, and that of {@code Map.of} changes from JVM to JVM.
     */
    public Map<String, String> partition(String emulation) {
        Map<String, String> partition = new HashMap<>();
        partition.put(EMULATION, emulation);
        partition.put(STRIDE, Integer.toString(index));
        return Collections.unmodifiableMap(partition);
    }

    StrideOffset beginning() {
        return new StrideOffset(index, 0, PostingSource.UNKNOWN);
    }

    /**
     * Reads an offset in the form that Connect hands out: numbers may have become any integral type.
     *
     * @throws ConnectException if it is not one of this stride
     */
    StrideOffset parse(Map<String, ?> offset) {
        Optional<String> surplus =
                offset.keySet().stream().filter(key -> !MEMBERS.contains(key)).findFirst();
        if (surplus.isPresent()) {
            throw new ConnectException("The offset " + offset + " has the unknown member '" + surplus.get()
                    + "'; it takes '" + StrideOffset.NEXT + "', '" + StrideOffset.POSTED + "' and, if wanted, '"
                    + StrideOffset.KEYS + "' and '" + StrideOffset.TABLES + "'.");
        }
        long next = number(offset, StrideOffset.NEXT);
        if (next > MAX_NEXT) {
            throw new ConnectException("The offset " + offset + " is too far away: '" + StrideOffset.NEXT
                    + "' must be at most " + MAX_NEXT + ".");
        }
        if (next % COUNT != index) {
            throw new ConnectException("The offset " + offset + " does not belong to stride " + index + ": '"
                    + StrideOffset.NEXT + "' must leave the remainder " + index + " when divided by " + COUNT + ".");
        }
        String keys = text(offset, StrideOffset.KEYS);
        if (!keys.isEmpty() && KeyRange.parse(keys).isEmpty()) {
            throw new ConnectException("The offset " + offset + " needs a range such as 0..11153 as '"
                    + StrideOffset.KEYS + "', or no such member.");
        }
        return new StrideOffset(
                next, number(offset, StrideOffset.POSTED), new PostingSource(keys, text(offset, StrideOffset.TABLES)));
    }

    private static String text(Map<String, ?> offset, String member) {
        Object value = offset.get(member);
        if (value == null) {
            return "";
        }
        if (value instanceof String text) {
            return text;
        }
        throw new ConnectException("The offset " + offset + " needs a text as '" + member
                + "', as other offsets show it, or no such member.");
    }

    private static long number(Map<String, ?> offset, String member) {
        Object value = offset.get(member);
        boolean integral =
                value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte;
        if (!integral || ((Number) value).longValue() < 0) {
            throw new ConnectException("The offset " + offset + " needs a whole number of 0 or more as '" + member
                    + "', not " + (value == null ? "nothing" : "'" + value + "'") + ".");
        }
        return ((Number) value).longValue();
    }
}
