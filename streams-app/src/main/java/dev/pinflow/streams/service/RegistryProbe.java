package dev.pinflow.streams.service;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.schemas.RegistryException;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * Whether the registry answers and has our schemas. A yes holds for a few seconds, so that a topic full of foreign
 * records does not ask anew for each. Thread-safe.
 */
final class RegistryProbe implements BooleanSupplier {
    private static final Duration HOLDS = Duration.ofSeconds(5);

    private final SchemaRegistration schemas;
    private final Topics topics;
    private final Clock clock;
    private Instant holdsUntil = Instant.MIN;

    RegistryProbe(SchemaRegistration schemas, Topics topics, Clock clock) {
        this.schemas = schemas;
        this.topics = topics;
        this.clock = clock;
    }

    @Override
    public synchronized boolean getAsBoolean() {
        Instant now = clock.instant();
        if (now.isBefore(holdsUntil)) {
            return true;
        }
        try {
            schemas.requireRegistered(topics);
            holdsUntil = now.plus(HOLDS);
            return true;
        } catch (RegistryException e) {
            return false;
        }
    }
}
