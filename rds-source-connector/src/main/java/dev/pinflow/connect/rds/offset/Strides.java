package dev.pinflow.connect.rds.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The strides of one task and how far each has come: which postings are next, and the source partition and offsets of
 * each. For one thread.
 */
public final class Strides {
    /** The next posting of strides that other tasks have. */
    private static final long NEVER = Long.MAX_VALUE;

    private final List<Stride> strides;
    private final List<Map<String, String>> partitions;
    private final long[] next = new long[Stride.COUNT];
    private final long[] posted = new long[Stride.COUNT];
    private final Set<PostingSource> stored;

    /** Of each stride the offset made last, and its next posting: mostly what is asked for again. */
    private final List<Map<String, Object>> offsets = new ArrayList<>(Collections.nCopies(Stride.COUNT, Map.of()));

    private final long[] offsetsFrom = new long[Stride.COUNT];
    private PostingSource source = PostingSource.UNKNOWN;

    private Strides(List<Stride> strides, List<Map<String, String>> partitions, List<StrideOffset> from) {
        this.strides = strides;
        this.partitions = partitions;
        Arrays.fill(next, NEVER);
        Arrays.fill(offsetsFrom, NEVER);
        for (int i = 0; i < from.size(); i++) {
            int index = strides.get(i).index();
            next[index] = from.get(i).next();
            posted[index] = from.get(i).posted();
        }
        stored = from.stream()
                .map(StrideOffset::source)
                .filter(known -> !known.equals(PostingSource.UNKNOWN))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * A task's strides, where their stored offsets left them.
     *
     * @param taskStrides the value of {@link TaskStrides#OPTION}
     * @param emulation the name of the emulation in the source partitions
     * @param stored answers which offset is stored for each of the partitions asked for; none or null is a fresh start
     */
    public static Strides resume(
            String taskStrides,
            String emulation,
            Function<Collection<Map<String, String>>, Map<Map<String, String>, Map<String, Object>>> stored) {
        List<Stride> strides = TaskStrides.parse(taskStrides);
        List<Map<String, String>> all = IntStream.range(0, Stride.COUNT)
                .mapToObj(index -> new Stride(index).partition(emulation))
                .toList();
        Map<Map<String, String>, Map<String, Object>> offsets = stored.apply(
                strides.stream().map(stride -> all.get(stride.index())).toList());
        List<StrideOffset> from = strides.stream()
                .map(stride -> {
                    Map<String, Object> offset = offsets.get(all.get(stride.index()));
                    return offset == null ? stride.beginning() : stride.parse(offset);
                })
                .toList();
        return new Strides(strides, all, from);
    }

    /**
     * What the postings so far were read from: several answers where strides were stored apart, none on a fresh start.
     */
    public Set<PostingSource> readFrom() {
        return source.equals(PostingSource.UNKNOWN) ? stored : Set.of(source);
    }

    /** From now on offsets tell that postings are read from here. */
    public void readFrom(PostingSource now) {
        source = now;
        Arrays.fill(offsetsFrom, NEVER);
    }

    /** The strides of this task, from 0 to {@link Stride#COUNT} - 1. */
    public List<Integer> indexes() {
        return strides.stream().map(Stride::index).toList();
    }

    /** The part of all postings that belongs to this task. */
    public double share() {
        return strides.size() / (double) Stride.COUNT;
    }

    /** The lowest posting that is still to come. */
    public long peek() {
        return next[lowestOf(next)];
    }

    /** The lowest postings that are still to come and below a limit, ascending; none of them counts as done. */
    public long[] peek(int atMost, long limit) {
        long[] ahead = next.clone();
        return IntStream.range(0, atMost)
                .mapToLong(i -> {
                    int stride = lowestOf(ahead);
                    long posting = ahead[stride];
                    ahead[stride] += Stride.COUNT;
                    return posting;
                })
                .takeWhile(posting -> posting < limit)
                .toArray();
    }

    private static int lowestOf(long[] numbers) {
        int lowest = 0;
        for (int stride = 1; stride < numbers.length; stride++) {
            if (numbers[stride] < numbers[lowest]) {
                lowest = stride;
            }
        }
        return lowest;
    }

    /** Whether a posting of one of this task's strides is still to come. */
    public boolean isToCome(long posting) {
        return next[(int) (posting % Stride.COUNT)] <= posting;
    }

    /** A posting is done, and with it all lower ones of its stride. */
    public void done(long posting) {
        next[(int) (posting % Stride.COUNT)] = posting + Stride.COUNT;
    }

    /** Every posting below this one is done; answers how many were still to come. */
    public long skipTo(long posting) {
        long skipped = 0;
        for (Stride stride : strides) {
            long missing = posting - next[stride.index()];
            if (missing > 0) {
                long postings = (missing - 1) / Stride.COUNT + 1;
                next[stride.index()] += postings * Stride.COUNT;
                skipped += postings;
            }
        }
        return skipped;
    }

    /** What is done, for {@link #reset}. */
    public long[] mark() {
        return next.clone();
    }

    /** Forgets what was done since the mark was taken. */
    public void reset(long[] mark) {
        System.arraycopy(mark, 0, next, 0, next.length);
    }

    /** The source partition of a posting. */
    public Map<String, String> partition(long posting) {
        return partitions.get((int) (posting % Stride.COUNT));
    }

    /** The offset from which a posting is still to come. */
    public Map<String, Object> before(long posting) {
        int stride = (int) (posting % Stride.COUNT);
        if (offsetsFrom[stride] != posting) {
            offsetsFrom[stride] = posting;
            offsets.set(stride, new StrideOffset(posting, posted[stride], source).toMap());
        }
        return offsets.get(stride);
    }

    /** Counts a posting as emitted; the offset from which it is done. */
    public Map<String, Object> after(long posting) {
        int stride = (int) (posting % Stride.COUNT);
        posted[stride]++;
        return before(posting + Stride.COUNT);
    }

    /** How many postings of the task's strides have been emitted, since the emulation's first start. */
    public long posted() {
        return strides.stream().mapToLong(stride -> posted[stride.index()]).sum();
    }
}
