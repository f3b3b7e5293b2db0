package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Cell;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Cells as people read them on the page: numbers in groups of three digits, years plain. */
final class Shown {
    private Shown() {}

    /** Whether the column holds amounts; years are names, not amounts. */
    static boolean isNumber(String column) {
        return column.endsWith("count") || column.startsWith("number_");
    }

    static String text(Cell cell) {
        return cell instanceof Cell.Unknown ? "—" : cell.plain();
    }

    static String grouped(Cell cell) {
        return cell instanceof Cell.Amount amount ? grouped(amount.value()) : text(cell);
    }

    static String grouped(long number) {
        return grouped(BigDecimal.valueOf(number));
    }

    private static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
