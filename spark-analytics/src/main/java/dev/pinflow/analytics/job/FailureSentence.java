package dev.pinflow.analytics.job;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkThrowable;

/** Turns what Spark throws into one sentence for a person. */
final class FailureSentence {
    /** The conditions of Spark 4 that name an object which could not be read; their messages begin with the name. */
    private static final Pattern UNREADABLE = Pattern.compile(
            "(?:Encountered error while reading file|Could not read footer for file:?|Error while reading file)\\s+"
                    + "(\\S+?\\.parquet)");

    private FailureSentence() {}

    static String of(Throwable failure) {
        if (failure instanceof InputException) {
            return failure.getMessage();
        }
        return unreadableObject(failure)
                .map(object -> "The object " + object + " cannot be read as Parquet with the contract's columns ("
                        + firstLine(root(failure)) + "): restore it or remove it, then run the job again.")
                .orElseGet(() -> "The job failed: " + firstLine(root(failure))
                        + " (set PINFLOW_LOG_LEVEL=debug to see the whole cause).");
    }

    private static Optional<String> unreadableObject(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SparkThrowable spark
                    && spark.getMessageParameters().containsKey("path")) {
                return Optional.of(spark.getMessageParameters().get("path"));
            }
            Matcher matcher = UNREADABLE.matcher(String.valueOf(cause.getMessage()));
            if (matcher.find()) {
                return Optional.of(matcher.group(1));
            }
        }
        return Optional.empty();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String firstLine(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getMessage() == null
                ? name
                : failure.getMessage().lines().findFirst().orElse(name).strip();
    }
}
