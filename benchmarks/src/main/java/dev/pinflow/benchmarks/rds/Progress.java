package dev.pinflow.benchmarks.rds;

import java.util.Locale;

/** Tells on standard error what goes on, with the seconds since its beginning. */
final class Progress {
    private final long begin = System.nanoTime();

    void say(String format, Object... values) {
        System.err.printf(
                Locale.ROOT,
                "%6.1f s  %s%n",
                (System.nanoTime() - begin) / 1e9,
                String.format(Locale.ROOT, format, values));
    }
}
