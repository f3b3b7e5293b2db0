package dev.pinflow.cli.demo;

import dev.pinflow.cli.console.Gauge;
import java.util.LinkedHashMap;
import java.util.Map;

/** When each station of the pipeline had its last record, measured from when the source began. */
final class Arrivals {
    /**
     * A station's last growth.
     *
     * @param records how many had arrived
     * @param nanos when, by {@link System#nanoTime()}
     */
    record Last(long records, long nanos) {}

    private final long beginNanos = System.nanoTime();
    private final Map<String, Last> last = new LinkedHashMap<>();

    void note(Gauge gauge) {
        Last known = last.get(gauge.label());
        if (known == null || known.records() != gauge.count()) {
            last.put(gauge.label(), new Last(gauge.count(), System.nanoTime()));
        }
    }

    /** Adds one stage a station, named after it. */
    void addTo(Timings timings) {
        last.forEach(
                (station, arrival) -> timings.add(station, (arrival.nanos() - beginNanos) / 1e9, arrival.records()));
    }
}
