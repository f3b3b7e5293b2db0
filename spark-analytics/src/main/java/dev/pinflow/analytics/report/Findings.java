package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Exclusions;
import dev.pinflow.analytics.posts.Census;
import java.time.Instant;
import java.util.List;

/**
 * All that one run of the report job found out, and from what.
 *
 * @param deduplicated whether only the latest record of each post counted
 */
record Findings(
        String user,
        String input,
        Instant asOf,
        boolean deduplicated,
        List<Answer> answers,
        Census census,
        Exclusions exclusions) {
    Findings {
        answers = List.copyOf(answers);
    }
}
