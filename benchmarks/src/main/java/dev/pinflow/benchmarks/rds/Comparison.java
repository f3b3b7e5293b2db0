package dev.pinflow.benchmarks.rds;

import dev.pinflow.cli.console.Table;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures of all runs, and whether their medians meet the targets. */
final class Comparison {
    private final Map<SourceCase, List<Figures>> runs = new EnumMap<>(SourceCase.class);

    void add(SourceCase contender, Figures figures) {
        runs.computeIfAbsent(contender, first -> new ArrayList<>()).add(figures);
    }

    /** The medians, one case a line. */
    String table() {
        Table table = new Table("case", "records/s", "CPU \u00b5s/record", "bytes/record", "runs");
        medians()
                .forEach((contender, median) -> table.row(
                        contender.title(),
                        String.format(Locale.ROOT, "%,.0f", median.recordsPerSecond()),
                        String.format(Locale.ROOT, "%.1f", median.cpuMicros()),
                        median.bytes() == 0 ? "" : String.format(Locale.ROOT, "%.0f", median.bytes()),
                        Integer.toString(runs.get(contender).size())));
        return table.render();
    }

    /** The targets of which all figures are there, one a line. */
    String targets() {
        Map<SourceCase, Figures> medians = medians();
        Table table = new Table("target", "", "measured", "");
        for (Target target : Target.all()) {
            if (medians.keySet().containsAll(target.cases())) {
                double measured = target.measured(medians);
                table.row(
                        target.title(),
                        target.bound(),
                        String.format(Locale.ROOT, "%.2f", measured),
                        target.isMetBy(measured) ? "pass" : "FAIL");
            }
        }
        return table.render();
    }

    private Map<SourceCase, Figures> medians() {
        Map<SourceCase, Figures> medians = new EnumMap<>(SourceCase.class);
        runs.forEach((contender, figures) -> medians.put(contender, Figures.median(figures)));
        return medians;
    }
}
