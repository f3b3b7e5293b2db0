package dev.pinflow.cli.console;

import java.util.List;

/** Tells on stderr what a long command is doing. Not thread-safe, except {@link #line}. */
public interface Progress {
    /** Prints a line that stays. May be called from any thread. */
    void line(String text);

    /** Shows how far the gauges have come; called several times a second. */
    void show(List<Gauge> gauges);

    /** Shows the gauges for the last time; they stay. */
    void finish(List<Gauge> gauges);

    /** Bars that are drawn over on a terminal, else plain lines. The launcher says which it is. */
    static Progress onStandardError() {
        return Boolean.getBoolean("pinflow.terminal")
                ? new TerminalProgress(System.err)
                : new PlainProgress(System.err);
    }
}
