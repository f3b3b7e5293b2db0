package dev.pinflow.connect.s3.metrics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A sink task does not learn its number; but workers name its thread {@code task-thread-<connector>-<number>}. */
final class ThreadName {
    private static final Pattern NUMBER = Pattern.compile("task-thread-.*-(\\d+)");

    private ThreadName() {}

    /** The number of the task whose thread this is; {@code 0} when it does not tell. */
    static String task() {
        Matcher matcher = NUMBER.matcher(Thread.currentThread().getName());
        return matcher.matches() ? matcher.group(1) : "0";
    }
}
