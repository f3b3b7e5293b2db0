package dev.pinflow.cli.connect;

import dev.pinflow.cli.console.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Deploys connectors: all are validated before the first is touched, then each is put and waited for. */
public final class Deployment {
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private final ConnectRest rest;

    public Deployment(ConnectRest rest) {
        this.rest = rest;
    }

    /** @throws Failure naming every wrong key of every file, with nothing deployed; or the connector that did not start */
    public void apply(List<ConnectorFile> connectors) {
        List<String> problems = new ArrayList<>();
        for (ConnectorFile connector : connectors) {
            rest.validate(withName(connector).config())
                    .forEach(problem -> problems.add(connector.name() + ": " + problem));
        }
        if (!problems.isEmpty()) {
            throw new Failure("Nothing was deployed:\n  " + String.join("\n  ", problems));
        }
        connectors.forEach(rest::put);
        connectors.forEach(connector -> awaitRunning(connector.name()));
    }

    /** Validation asks for the name in the body, deployment takes it from the path. */
    private static ConnectorFile withName(ConnectorFile connector) {
        Map<String, String> config = new TreeMap<>(connector.config());
        config.put("name", connector.name());
        return new ConnectorFile(connector.name(), config);
    }

    private void awaitRunning(String name) {
        long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
        Optional<ConnectorStatus> status = rest.status(name);
        while (!status.map(ConnectorStatus::isRunning).orElse(false)) {
            status.filter(ConnectorStatus::isFailed).ifPresent(failed -> {
                throw new Failure(
                        "The connector " + name + " failed: " + failed.failure().orElse("the worker gives no reason"));
            });
            if (System.nanoTime() > deadline) {
                throw new Failure("The connector " + name + " does not run after " + START_TIMEOUT.toSeconds()
                        + " s: see 'pinflow connect status' and the worker's log.");
            }
            pause();
            status = rest.status(name);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("Interrupted while a connector started.", e);
        }
    }
}
