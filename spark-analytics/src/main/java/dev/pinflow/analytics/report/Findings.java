package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Exclusions;
import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.analytics.posts.Census;
import java.time.Instant;
import java.util.List;

/**
 * All that one run of the report job found out, and from what.
 *
 * @param rules how it was found out
 */
record Findings(
        String user,
        String input,
        Instant asOf,
        Rules rules,
        List<Answer> answers,
        Census census,
        Exclusions exclusions) {
    Findings {
        answers = List.copyOf(answers);
    }
}
