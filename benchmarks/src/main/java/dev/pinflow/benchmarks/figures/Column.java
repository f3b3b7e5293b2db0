package dev.pinflow.benchmarks.figures;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A column of figures.
 *
 * @param text what stands in the row of these figures
 */
public record Column<F>(String title, Function<F, String> text) {
    /** @param format as {@link String#format} takes it for one number */
    public static <F> Column<F> of(String title, String format, ToDoubleFunction<F> figure) {
        return new Column<>(title, figures -> String.format(Locale.ROOT, format, figure.applyAsDouble(figures)));
    }
}
