package dev.pinflow.streams.management;

import java.util.Map;

/** {@code /metrics}: what Prometheus scrapes; see METRICS.md. */
final class MetricsEndpoint implements Endpoint {
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final ServiceMetrics metrics;

    MetricsEndpoint(ServiceMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public Answer answer(Call call) {
        return new Answer(Answer.OK, CONTENT_TYPE, metrics.scrape(), Map.of());
    }
}
