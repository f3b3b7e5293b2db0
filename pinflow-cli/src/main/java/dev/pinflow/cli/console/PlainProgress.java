package dev.pinflow.cli.console;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Plain lines for logs and pipes: the gauges every two seconds while they change. */
final class PlainProgress implements Progress {
    private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

    private final PrintStream out;
    private final Rate rate = new Rate();
    private long lastNanos = System.nanoTime() - INTERVAL_NANOS;
    private List<Gauge> last = List.of();

    PlainProgress(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void line(String text) {
        out.println(text);
    }

    @Override
    public void show(List<Gauge> gauges) {
        long now = System.nanoTime();
        gauges.forEach(gauge -> rate.perSecond(gauge, now));
        if (now - lastNanos >= INTERVAL_NANOS && !gauges.equals(last)) {
            print(gauges, now);
        }
    }

    @Override
    public void finish(List<Gauge> gauges) {
        print(gauges, System.nanoTime());
    }

    private void print(List<Gauge> gauges, long now) {
        lastNanos = now;
        last = List.copyOf(gauges);
        line(gauges.stream()
                .map(gauge -> String.format(
                        Locale.ROOT, "%s %d (%d/s)", gauge.label(), gauge.count(), rate.perSecond(gauge, now)))
                .collect(Collectors.joining(", ", "  ", "")));
    }
}
