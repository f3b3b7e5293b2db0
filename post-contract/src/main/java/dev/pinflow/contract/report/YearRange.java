package dev.pinflow.contract.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The years from first to last, both included. */
public record YearRange(int first, int last) {
    /** The years of posting that the contract's reports tell. */
    public static final YearRange POSTED = new YearRange(2018, 2022);
    /** The years of joining that the contract's reports tell. */
    public static final YearRange JOINED = new YearRange(2015, 2020);

    private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d{4})");

    /** @throws IllegalArgumentException when the text is not like {@code 2018-2022} or ends before it begins */
    public static YearRange parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || matcher.group(1).compareTo(matcher.group(2)) > 0) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a range of years: write FIRST-LAST, as 2018-2022.");
        }
        return new YearRange(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    public boolean contains(int year) {
        return first <= year && year <= last;
    }

    @Override
    public String toString() {
        return first + "-" + last;
    }
}
