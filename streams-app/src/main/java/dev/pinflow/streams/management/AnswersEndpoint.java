package dev.pinflow.streams.management;

import dev.pinflow.contract.report.Report;
import dev.pinflow.streams.answers.AnswerPage;
import dev.pinflow.streams.answers.AnswerReader;
import dev.pinflow.streams.answers.AnswersUnavailableException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /answers}: which live answers there are; {@code /answers/<report-id>}: one of them. */
final class AnswersEndpoint implements Endpoint {
    private static final String RETRY_SECONDS = "5";

    private final Optional<AnswerReader> reader;

    /** @param reader empty when this instance has no answers */
    AnswersEndpoint(Optional<AnswerReader> reader) {
        this.reader = reader;
    }

    @Override
    public Answer answer(Call call) {
        if (call.rest().isEmpty()) {
            return Answer.json(Answer.OK, Json.of(Map.of("answers", links())));
        }
        return Report.LIVE.stream()
                .filter(report -> report.id().equals(call.rest()))
                .findFirst()
                .map(this::page)
                .orElseGet(AnswersEndpoint::unknown);
    }

    private static List<Map<String, String>> links() {
        return Report.LIVE.stream()
                .map(report -> {
                    Map<String, String> link = new LinkedHashMap<>();
                    link.put("report", report.id());
                    link.put("title", report.title());
                    link.put("href", "/answers/" + report.id());
                    return link;
                })
                .toList();
    }

    private static Answer unknown() {
        return Answer.error(
                Answer.NOT_FOUND,
                "There is no such live answer: ask for one of "
                        + Report.LIVE.stream().map(Report::id).collect(Collectors.joining(", ")) + ".");
    }

    private Answer page(Report report) {
        if (reader.isEmpty()) {
            return Answer.error(
                    Answer.UNAVAILABLE, "This instance keeps no live answers: start it with answers.enabled=true.");
        }
        try {
            return Answer.json(Answer.OK, body(reader.get().read(report))).with("Cache-Control", "no-store");
        } catch (AnswersUnavailableException e) {
            return Answer.error(Answer.UNAVAILABLE, e.getMessage()).with("Retry-After", RETRY_SECONDS);
        }
    }

    /** The rows are JSON already and go out as they are. */
    private static String body(AnswerPage page) {
        return "{\"report\":" + Json.of(page.report().id())
                + ",\"asOf\":"
                + page.asOf().map(Instant::toString).map(Json::of).orElse("null")
                + ",\"rows\":" + page.rows().stream().collect(Collectors.joining(",", "[", "]")) + "}";
    }
}
