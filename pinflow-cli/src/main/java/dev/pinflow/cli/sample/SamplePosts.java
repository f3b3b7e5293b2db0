package dev.pinflow.cli.sample;

import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Made-up posts that look like real ones: indexes 0..count-1, sorted by category, with the sentinels, spaces, line
 * breaks and repeated users of the real tables at the rates measured there (data contract, sections 1 and 4).
 *
 * <p>The same seed and count give the same posts on every JVM, operating system, locale and time zone. Posts are made
 * when asked for and in any order; the object itself takes a few megabytes whatever the count. Safe for use by several
 * threads.
 */
public final class SamplePosts {
    /** As many posts as the real tables have. */
    public static final int FULL_COUNT = 11_154;

    /** The seed of the data set that the documentation shows. */
    public static final long DEFAULT_SEED = 100;

    /** More would not all have a second of their own in the five years that the timestamps span. */
    public static final int MAX_COUNT = 100_000_000;

    private static final LocalDateTime FIRST_TIMESTAMP = LocalDateTime.of(2017, 10, 19, 0, 0);
    private static final long TIMESTAMP_SECONDS = 1827L * 24 * 60 * 60;

    private final long seed;
    private final int count;
    private final Accounts accounts;
    private final PinMaker pins;
    private final Scatter timestampOrder;
    private final Scatter flawsOrder;

    /**
     * @param seed any number
     * @param count 1..{@link #MAX_COUNT}
     * @throws IllegalArgumentException when the count is out of that range
     */
    public SamplePosts(long seed, int count) {
        if (count < 1 || count > MAX_COUNT) {
            throw new IllegalArgumentException(
                    "The number of posts must be between 1 and " + MAX_COUNT + ", not " + count + ".");
        }
        Words words = Words.load();
        this.seed = seed;
        this.count = count;
        this.accounts = new Accounts(seed, words);
        this.pins = new PinMaker(words);
        this.timestampOrder = new Scatter(seed, Subject.TIMESTAMP_ORDER, count);
        this.flawsOrder = new Scatter(seed, Subject.FLAWS_ORDER, count);
    }

    /** How many posts there are. */
    public int count() {
        return count;
    }

    /** All posts, in the order of their indexes. */
    public Stream<Post> stream() {
        return IntStream.range(0, count).mapToObj(this::post);
    }

    /**
     * The post with an index.
     *
     * @throws IndexOutOfBoundsException unless the index is in 0..count-1
     */
    public Post post(int index) {
        return new Post(pin(index), geo(index), user(index));
    }

    /** The pin row of {@link #post}. */
    public PinRow pin(int index) {
        Flaws flaws = flaws(index);
        Draw draw = Draw.of(seed, Subject.PIN, index);
        return pins.pin(index, Category.at(index, count), flaws, account(index), draw);
    }

    /** The geo row of {@link #post}. */
    public GeoRow geo(int index) {
        Account account = account(index);
        return new GeoRow(index, timestamp(index), account.latitude(), account.longitude(), account.country());
    }

    /** The user row of {@link #post}. */
    public UserRow user(int index) {
        Account account = account(index);
        return new UserRow(index, account.firstName(), account.lastName(), account.age(), account.dateJoined());
    }

    private Account account(int index) {
        return flaws(index).noPage()
                ? accounts.withoutPage()
                : accounts.at(timestamp(index), Draw.of(seed, Subject.ACCOUNT_OF_POST, index));
    }

    private Flaws flaws(int index) {
        Objects.checkIndex(index, count);
        return Flaws.at((flawsOrder.at(index) + 0.5) / count);
    }

    /** Each post has a stretch of the five years to itself, so that no two timestamps are equal. */
    private LocalDateTime timestamp(int index) {
        long slot = timestampOrder.at(index);
        long begin = slot * TIMESTAMP_SECONDS / count;
        long end = (slot + 1) * TIMESTAMP_SECONDS / count;
        long second = begin + Draw.of(seed, Subject.TIMESTAMP, index).below(end - begin);
        return FIRST_TIMESTAMP.plusSeconds(second);
    }
}
