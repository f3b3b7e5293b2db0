package dev.pinflow.streams.management;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** {@code /livez}, {@code /readyz}, {@code /startupz}: 200 or 503, and why. */
final class ProbeEndpoint implements Endpoint {
    private final Supplier<Verdict> verdict;

    ProbeEndpoint(Supplier<Verdict> verdict) {
        this.verdict = verdict;
    }

    @Override
    public Answer answer(Call call) {
        Verdict now = verdict.get();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", now.passed() ? "UP" : "DOWN");
        body.put("parts", now.parts());
        return Answer.json(now.passed() ? Answer.OK : Answer.UNAVAILABLE, Json.of(body));
    }
}
