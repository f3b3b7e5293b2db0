package dev.pinflow.streams.management;

import java.util.function.Supplier;

/** {@code /status}: what the service is doing, in detail. */
final class StatusEndpoint implements Endpoint {
    private final Supplier<ServiceStatus> status;

    StatusEndpoint(Supplier<ServiceStatus> status) {
        this.status = status;
    }

    @Override
    public Answer answer(Call call) {
        return Answer.json(Answer.OK, Json.of(status.get()));
    }
}
