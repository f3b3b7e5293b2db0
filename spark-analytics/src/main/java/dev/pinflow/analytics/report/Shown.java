package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.page.HtmlTable;
import dev.pinflow.contract.report.Report;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;

/** Cells and columns as people read them on the page: numbers in groups of three digits, years plain. */
final class Shown {
    private static final int MOST_NAMES = 3;

    private Shown() {}

    static HtmlTable.Column column(Report report, String column) {
        boolean joining = report == Report.USERS_JOINED_BY_YEAR
                || report == Report.FOLLOWERS_BY_JOIN_YEAR
                || report == Report.FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP;
        return switch (column) {
            case "category_count" -> new HtmlTable.Column("posts", HtmlTable.Kind.NUMBER);
            case "follower_count" -> new HtmlTable.Column("followers", HtmlTable.Kind.NUMBER);
            case "median_follower_count" -> new HtmlTable.Column("median followers", HtmlTable.Kind.NUMBER);
            case "number_users_joined" -> new HtmlTable.Column("users", HtmlTable.Kind.NUMBER);
            case "post_year" -> new HtmlTable.Column(joining ? "joined in" : "posted in", HtmlTable.Kind.NAME);
            case "poster_name" -> new HtmlTable.Column("poster", HtmlTable.Kind.FREE_TEXT);
            default -> new HtmlTable.Column(column.replace('_', ' '), HtmlTable.Kind.NAME);
        };
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

    /** The number with its noun: 1 row, 1,204 rows. */
    static String counted(long number, String one, String many) {
        return grouped(number) + " " + (number == 1 ? one : many);
    }

    /** The names as a sentence lists them; of many only the first ones, and how many more there are. */
    static String listed(List<String> names) {
        if (names.size() > MOST_NAMES + 1) {
            return String.join(", ", names.subList(0, MOST_NAMES)) + " and " + grouped(names.size() - MOST_NAMES)
                    + " more";
        }
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    private static String grouped(BigDecimal number) {
        return new DecimalFormat("#,##0.#", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }
}
