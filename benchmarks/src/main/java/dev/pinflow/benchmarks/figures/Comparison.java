package dev.pinflow.benchmarks.figures;

import dev.pinflow.cli.console.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The figures of all runs, and whether their medians meet the targets. Not for several threads.
 *
 * @param <C> a case; one that has no runs is left out
 * @param <F> what is measured of it
 */
public final class Comparison<C, F> {
    private final Map<C, List<F>> runs = new LinkedHashMap<>();
    private final Function<C, String> title;
    private final Function<List<F>, F> median;
    private final List<Column<F>> columns;
    private final List<Target<C, F>> targets;

    /**
     * @param cases all that may have runs, in the order in which they are printed
     * @param median of the runs of one case
     */
    public Comparison(
            List<C> cases,
            Function<C, String> title,
            Function<List<F>, F> median,
            List<Column<F>> columns,
            List<Target<C, F>> targets) {
        cases.forEach(contender -> runs.put(contender, new ArrayList<>()));
        this.title = title;
        this.median = median;
        this.columns = List.copyOf(columns);
        this.targets = List.copyOf(targets);
    }

    public void add(C contender, F figures) {
        runs.get(contender).add(figures);
    }

    /** The medians, one case a line. */
    public String table() {
        Table table = new Table(row("case", columns.stream().map(Column::title), "runs"));
        medians()
                .forEach((contender, figures) -> table.row(row(
                        title.apply(contender),
                        columns.stream().map(column -> column.text().apply(figures)),
                        Integer.toString(runs.get(contender).size()))));
        return table.render();
    }

    private static String[] row(String first, Stream<String> middle, String last) {
        return Stream.of(Stream.of(first), middle, Stream.of(last))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    /** The targets of which all figures are there, one a line. */
    public String targets() {
        Map<C, F> medians = medians();
        Table table = new Table("target", "", "measured", "");
        for (Target<C, F> target : targets) {
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

    private Map<C, F> medians() {
        return runs.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> median.apply(entry.getValue()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }
}
