package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answer;
import dev.pinflow.analytics.answers.Cell;
import dev.pinflow.analytics.answers.Exclusions;
import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.analytics.posts.Census;
import dev.pinflow.contract.report.Report;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Findings with hostile text in them. */
final class SampleFindings {
    static final String HOSTILE = "<script>alert('x')</script> \"a\", \u001b[31m\n&\u202e";

    static final Answer TOP_USERS = new Answer(
            Report.TOP_USER_BY_COUNTRY,
            List.of(
                    List.of(Cell.of("Chad"), Cell.of(Optional.empty()), Cell.of(7)),
                    List.of(Cell.of("Peru"), Cell.of(HOSTILE), Cell.of(8_000_000)),
                    List.of(Cell.of("Peru"), Cell.of(""), Cell.of(8_000_000))));

    static final Answer MEDIANS = new Answer(
            Report.FOLLOWERS_BY_AGE_GROUP,
            List.of(
                    List.of(Cell.of("18-24"), Cell.of(new BigDecimal("42.5"))),
                    List.of(Cell.of("+50"), Cell.of(new BigDecimal("69000.0")))));

    private SampleFindings() {}

    static Findings findings() {
        return findings(Rules.DEFAULTS);
    }

    static Findings findings(Rules rules) {
        List<Answer> answers = new ArrayList<>();
        for (Report report : Report.values()) {
            answers.add(
                    switch (report) {
                        case TOP_USER_BY_COUNTRY -> TOP_USERS;
                        case COUNTRY_OF_TOP_USER ->
                            new Answer(report, List.of(List.of(Cell.of("Peru"), Cell.of(8_000_000))));
                        case FOLLOWERS_BY_AGE_GROUP -> MEDIANS;
                        default -> new Answer(report, List.of());
                    });
        }
        return new Findings(
                "user-a1",
                "s3a://bucket/topics",
                Instant.parse("2026-01-02T03:04:05Z"),
                rules,
                answers,
                new Census(
                        3,
                        List.of(
                                new Census.Table("pin", 5, 4, 1, 1),
                                new Census.Table("geo", 3, 3, 0, 0),
                                new Census.Table("user", 3, 3, 0, 0))),
                new Exclusions(1, 2, 3, 4, 5, 6, 7, List.of("Peru", "Quito <b>")));
    }
}
