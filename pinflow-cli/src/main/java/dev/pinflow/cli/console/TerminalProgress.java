package dev.pinflow.cli.console;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** A block of bars, drawn over in place with ANSI sequences; lines that stay are printed above it. */
final class TerminalProgress implements Progress {
    private static final String ERASE_LINE = "\u001B[2K";
    private static final String UP = "\u001B[1A";
    private static final int BAR_WIDTH = 24;

    private final PrintStream out;
    private final Rate rate = new Rate();
    private List<Gauge> shown = List.of();

    TerminalProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void line(String text) {
        List<Gauge> below = shown;
        erase();
        out.println(text);
        draw(below);
    }

    @Override
    public synchronized void show(List<Gauge> gauges) {
        erase();
        draw(gauges);
    }

    @Override
    public synchronized void finish(List<Gauge> gauges) {
        show(gauges);
        shown = List.of();
    }

    private void erase() {
        StringBuilder sequence = new StringBuilder();
        for (int i = 0; i < shown.size(); i++) {
            sequence.append(UP).append(ERASE_LINE);
        }
        out.print(sequence.append('\r'));
        shown = List.of();
    }

    private void draw(List<Gauge> gauges) {
        StringBuilder block = new StringBuilder();
        for (Gauge gauge : gauges) {
            block.append(bar(gauge, rate.perSecond(gauge, System.nanoTime()))).append('\n');
        }
        out.print(block);
        out.flush();
        shown = List.copyOf(gauges);
    }

    static String bar(Gauge gauge, long perSecond) {
        boolean known = gauge.total() > 0;
        int filled = known ? (int) Math.min(BAR_WIDTH, gauge.count() * BAR_WIDTH / gauge.total()) : 0;
        String count = known
                ? String.format(Locale.ROOT, "%,d / %,d", gauge.count(), gauge.total())
                : String.format(Locale.ROOT, "%,d", gauge.count());
        return String.format(
                Locale.ROOT,
                "  %-16s [%s%s] %17s  %,7d/s",
                gauge.label(),
                "#".repeat(filled),
                "-".repeat(BAR_WIDTH - filled),
                count,
                perSecond);
    }
}
