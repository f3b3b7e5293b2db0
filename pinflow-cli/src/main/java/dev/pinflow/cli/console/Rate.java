package dev.pinflow.cli.console;

import java.util.HashMap;
import java.util.Map;

/** Average rates since the first sight of each gauge, until it stops growing. */
final class Rate {
    private record Span(long startNanos, long lastNanos, long startCount, long lastCount) {
        long perSecond() {
            long nanos = lastNanos - startNanos;
            return nanos <= 0 ? 0 : Math.round((lastCount - startCount) * 1e9 / nanos);
        }
    }

    private final Map<String, Span> spans = new HashMap<>();

    /** Records per second over the time in which the gauge grew. */
    long perSecond(Gauge gauge, long nowNanos) {
        Span span = spans.merge(
                gauge.label(),
                new Span(nowNanos, nowNanos, gauge.count(), gauge.count()),
                (old, fresh) -> gauge.count() == old.lastCount()
                        ? (gauge.count() == old.startCount() ? fresh : old)
                        : new Span(old.startNanos(), nowNanos, old.startCount(), gauge.count()));
        return span.perSecond();
    }
}
