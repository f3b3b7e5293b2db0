package dev.pinflow.contract.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One age group.
 *
 * @param label what the reports call it
 * @param from the lowest age in it, in years
 * @param to the highest age in it
 */
public record AgeBand(String label, int from, int to) {
    private static final Pattern CLOSED = Pattern.compile("(\\d{1,3})-(\\d{1,3})");
    private static final Pattern OPEN = Pattern.compile("\\+(\\d{1,3})");

    /** The contract's age groups. */
    public static final List<AgeBand> DEFAULTS = parseAll("18-24,25-35,36-50,+50");

    /**
     * Reads bands such as {@code 18-24,25-35,+35}; {@code +35} means older than 35.
     *
     * @throws IllegalArgumentException when a band has another form, or does not begin above the one before
     */
    public static List<AgeBand> parseAll(String text) {
        List<AgeBand> bands = new ArrayList<>();
        int above = -1;
        for (String label : text.split(",", -1)) {
            AgeBand band = parse(label.strip());
            if (band.from <= above || band.to < band.from) {
                throw new IllegalArgumentException(
                        "the age group '" + label
                                + "' overlaps the one before or is empty: give groups that rise, such as 18-24,25-35,36-50,+50.");
            }
            above = band.to;
            bands.add(band);
        }
        return List.copyOf(bands);
    }

    private static AgeBand parse(String label) {
        Matcher closed = CLOSED.matcher(label);
        if (closed.matches()) {
            return new AgeBand(label, Integer.parseInt(closed.group(1)), Integer.parseInt(closed.group(2)));
        }
        Matcher open = OPEN.matcher(label);
        if (open.matches()) {
            return new AgeBand(label, Integer.parseInt(open.group(1)) + 1, Integer.MAX_VALUE);
        }
        throw new IllegalArgumentException("'" + label + "' is not an age group: write LOW-HIGH, or +AGE for older.");
    }
}
