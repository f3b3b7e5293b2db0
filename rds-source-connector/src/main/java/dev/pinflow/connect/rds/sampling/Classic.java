package dev.pinflow.connect.rds.sampling;

/**
 * The sequence of the classic emulator, a Python script: {@code random.seed(100)} once, then for each posting
 * {@code random.randrange(0, 2)} (seconds of sleep) and {@code random.randint(0, 11000)} (the row).
 *
 * <p>The drawn number is the position, whatever the tables hold. Going back means drawing again from the start, which
 * takes about 20 ns a posting.
 */
final class Classic implements PostingOrder {
    private static final int SEED = 100;
    private static final int SLEEPS = 2;
    private static final int ROWS = 11_001;

    private PythonRandom random = new PythonRandom(SEED);
    private long drawn;
    private long last;

    @Override
    public long length() {
        return Long.MAX_VALUE;
    }

    @Override
    public long positionOf(long posting) {
        if (posting == drawn - 1) {
            return last;
        }
        if (posting < drawn) {
            random = new PythonRandom(SEED);
            drawn = 0;
        }
        while (drawn <= posting) {
            random.below(SLEEPS);
            last = random.below(ROWS);
            drawn++;
        }
        return last;
    }
}
