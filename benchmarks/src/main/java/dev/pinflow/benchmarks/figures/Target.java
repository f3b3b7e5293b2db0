package dev.pinflow.benchmarks.figures;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;

/**
 * What is to be reached; relative to others wherever it can be, as machines differ.
 *
 * @param <C> a case
 * @param <F> what is measured of it
 * @param atLeast whether the limit is a lower one
 * @param cases those whose figures it takes
 * @param measure takes the medians of these cases
 */
public record Target<C, F>(
        String title, double limit, boolean atLeast, Set<C> cases, ToDoubleFunction<Map<C, F>> measure) {

    /** A target for what two cases' figures give together. */
    public static <C, F> Target<C, F> ofTwo(
            String title, double limit, boolean atLeast, C one, C other, ToDoubleBiFunction<F, F> measure) {
        return new Target<>(
                title, limit, atLeast, Set.of(one, other), of -> measure.applyAsDouble(of.get(one), of.get(other)));
    }

    /** A target for the quotient of two cases' figures. */
    public static <C, F> Target<C, F> ratio(
            String title, double limit, boolean atLeast, C one, C other, ToDoubleFunction<F> figure) {
        return ofTwo(
                title,
                limit,
                atLeast,
                one,
                other,
                (mine, its) -> figure.applyAsDouble(mine) / figure.applyAsDouble(its));
    }

    /** A target for one case's figure. */
    public static <C, F> Target<C, F> single(
            String title, double limit, boolean atLeast, C one, ToDoubleFunction<F> figure) {
        return new Target<>(title, limit, atLeast, Set.of(one), of -> figure.applyAsDouble(of.get(one)));
    }

    /** The limit in words. */
    String bound() {
        return String.format(Locale.ROOT, atLeast ? "at least %.2f" : "at most %.2f", limit);
    }

    double measured(Map<C, F> medians) {
        return measure.applyAsDouble(medians);
    }

    boolean isMetBy(double measured) {
        return atLeast ? measured >= limit : measured <= limit;
    }
}
