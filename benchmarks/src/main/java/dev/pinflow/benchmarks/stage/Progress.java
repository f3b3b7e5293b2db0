package dev.pinflow.benchmarks.stage;

import java.util.Locale;

/** Tells on standard error what goes on, with the seconds since its beginning. */
public final class Progress {
    private final long begin = System.nanoTime();

    public void say(String format, Object... values) {
        System.err.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                (System.nanoTime() - begin) / 1e9,
                String.format(Locale.ROOT, format, values));
    }
}
