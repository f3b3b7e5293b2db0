package dev.pinflow.connect.rds.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.common.config.ConfigException;

/**
 * The strides of one task and how far each has come. Hands out posting numbers in ascending order over all of its
 * strides, and the source partition and offsets for each. For one thread.
 */
public final class Strides {
    /** The option of a task's configuration that lists its strides; set by the connector. */
    public static final String TASK_STRIDES = "task.strides";

    private final List<Stride> strides;
    private final List<Map<String, String>> partitions;
    private final long[] next = new long[Stride.COUNT];
    private final long[] posted = new long[Stride.COUNT];

    private Strides(List<Stride> strides, List<Map<String, String>> partitions) {
        this.strides = strides;
        this.partitions = partitions;
    }

    /** Divides all strides over at most this many tasks: the values of {@link #TASK_STRIDES}, one a task. */
    public static List<String> divide(int maxTasks) {
        int tasks = Math.min(maxTasks, Stride.COUNT);
        List<String> divided = new ArrayList<>();
        for (int task = 0; task < tasks; task++) {
            divided.add(IntStream.iterate(task, stride -> stride < Stride.COUNT, stride -> stride + tasks)
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",")));
        }
        return divided;
    }

    /**
     * A task's strides, where their stored offsets left them.
     *
     * @param taskStrides the value of {@link #TASK_STRIDES}
     * @param emulation the name of the emulation in the source partitions
     * @param stored answers which offset is stored for each of the partitions asked for; none or null is a fresh start
     */
    public static Strides resume(
            String taskStrides,
            String emulation,
            Function<Collection<Map<String, String>>, Map<Map<String, String>, Map<String, Object>>> stored) {
        List<Stride> strides = parse(taskStrides);
        List<Map<String, String>> all = IntStream.range(0, Stride.COUNT)
                .mapToObj(index -> new Stride(index).partition(emulation))
                .toList();
        List<Map<String, String>> own =
                strides.stream().map(stride -> all.get(stride.index())).toList();
        Map<Map<String, String>, Map<String, Object>> offsets = stored.apply(own);
        Strides resumed = new Strides(strides, all);
        for (Stride stride : strides) {
            Map<String, Object> offset = offsets.get(all.get(stride.index()));
            StrideOffset from = offset == null ? stride.beginning() : stride.parse(offset);
            resumed.next[stride.index()] = from.next();
            resumed.posted[stride.index()] = from.posted();
        }
        return resumed;
    }

    private static List<Stride> parse(String taskStrides) {
        try {
            return Arrays.stream(taskStrides.split(","))
                    .map(index -> new Stride(Integer.parseInt(index)))
                    .toList();
        } catch (IllegalArgumentException notStrides) {
            throw new ConfigException(TASK_STRIDES, taskStrides, "is set by the connector; leave it out.");
        }
    }

    /** The part of all postings that belongs to this task. */
    public double share() {
        return strides.size() / (double) Stride.COUNT;
    }

    /** The lowest posting that has not been taken. */
    public long peek() {
        return next[lowest()];
    }

    /** Takes the lowest posting that has not been taken. */
    public long take() {
        int stride = lowest();
        long posting = next[stride];
        next[stride] += Stride.COUNT;
        return posting;
    }

    private int lowest() {
        int lowest = strides.get(0).index();
        for (Stride stride : strides) {
            if (next[stride.index()] < next[lowest]) {
                lowest = stride.index();
            }
        }
        return lowest;
    }

    /** The source partition of a posting. */
    public Map<String, String> partition(long posting) {
        return partitions.get((int) (posting % Stride.COUNT));
    }

    /** The offset from which a posting is still to come. */
    public Map<String, Long> before(long posting) {
        return new StrideOffset(posting, posted[(int) (posting % Stride.COUNT)]).toMap();
    }

    /** Counts a posting as emitted; the offset from which it is done. */
    public Map<String, Long> after(long posting) {
        long count = ++posted[(int) (posting % Stride.COUNT)];
        return new StrideOffset(posting + Stride.COUNT, count).toMap();
    }

    /** How many postings of the task's strides have been emitted, since the emulation's first start. */
    public long posted() {
        return strides.stream().mapToLong(stride -> posted[stride.index()]).sum();
    }
}
