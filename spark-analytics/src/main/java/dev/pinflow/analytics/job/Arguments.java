package dev.pinflow.analytics.job;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A job's words on the command line, read as {@code --name value}, {@code --name=value} and bare {@code --flag}.
 *
 * <p>Nothing throws before {@link #check()}: every problem is noted, so that one run tells all of them. Not safe for
 * use by several threads.
 */
public final class Arguments {
    private final Map<String, String> values = new HashMap<>();
    private final Set<String> flags = new HashSet<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * @param words as {@code main} gets them
     * @param valued names, with their dashes, that take a value
     * @param bare names, with their dashes, that take none
     */
    public Arguments(List<String> words, Set<String> valued, Set<String> bare) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("--") ? word.indexOf('=') : -1;
            String name = equals < 0 ? word : word.substring(0, equals);
            if (bare.contains(word)) {
                flags.add(word);
            } else if (!valued.contains(name)) {
                problems.add("'" + word + "' is not an option of this job: see --help.");
            } else if (equals >= 0) {
                put(name, word.substring(equals + 1));
            } else if (i + 1 < words.size() && !words.get(i + 1).startsWith("--")) {
                i++;
                put(name, words.get(i));
            } else {
                problems.add(name + " needs a value after it.");
                values.put(name, "");
            }
        }
    }

    private void put(String name, String value) {
        if (values.put(name, value) != null) {
            problems.add(name + " is given twice: give it once.");
        }
    }

    /** Whether the bare option was given. */
    public boolean flag(String name) {
        return flags.contains(name);
    }

    /**
     * The option's value, or the fallback when it was not given or does not parse.
     *
     * @param parse throws IllegalArgumentException whose message says what is wrong and what would be right
     */
    public <T> T value(String name, T fallback, Function<String, T> parse) {
        String value = values.get(name);
        if (value == null || value.isEmpty()) {
            return fallback;
        }
        try {
            return parse.apply(value);
        } catch (IllegalArgumentException e) {
            problems.add(name + ": " + e.getMessage());
            return fallback;
        }
    }

    /** As {@link #value}, and notes a problem when the option was not given. */
    public <T> T required(String name, String meaning, T fallback, Function<String, T> parse) {
        if (!values.containsKey(name)) {
            problems.add(name + " is missing: give " + meaning + ".");
        }
        return value(name, fallback, parse);
    }

    /** @throws UsageException with every problem noted so far, when there is one */
    public void check() {
        if (!problems.isEmpty()) {
            throw new UsageException(problems);
        }
    }
}
