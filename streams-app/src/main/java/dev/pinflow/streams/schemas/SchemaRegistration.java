package dev.pinflow.streams.schemas;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Puts the value schemas of the curated topics into a schema registry: the explicit step before the service starts,
 * which itself registers nothing. Talks Confluent's REST API, which Apicurio offers too (under
 * {@code /apis/ccompat/v7}). Not thread-safe.
 */
public final class SchemaRegistration {
    private final RegistryClient registry;

    /** @param confluentApi the root of the API, such as {@code http://127.0.0.1:8081/apis/ccompat/v7} */
    public SchemaRegistration(URI confluentApi) {
        this(confluentApi, Optional.empty());
    }

    /** @param authorization the value of the header of that name, when the registry wants a login */
    public SchemaRegistration(URI confluentApi, Optional<String> authorization) {
        this.registry = new RegistryClient(confluentApi, authorization);
    }

    /** The name under which the values of a topic are registered. */
    public static String subject(String topic) {
        return topic + "-value";
    }

    /**
     * Registers the schemas and asks the registry to refuse later versions that cannot read all earlier ones. Does
     * nothing to schemas that are registered already, and nothing at all when one of them is incompatible.
     *
     * @throws RegistryException when the registry is down, a schema cannot read what an earlier version of it wrote, or
     *     the registry refuses one
     */
    public List<RegisteredSchema> register(Topics topics) {
        requireCompatible(topics);
        List<RegisteredSchema> registered = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            String subject = subject(topics.curated(entity));
            int id = registry.register(subject, CuratedSchemas.of(entity));
            registry.requireBackwardTransitive(subject);
            registered.add(new RegisteredSchema(subject, id));
        }
        return List.copyOf(registered);
    }

    /**
     * Finds that the schemas can be registered, without changing anything.
     *
     * @throws RegistryException when the registry is down or a schema cannot read what an earlier version of it wrote
     */
    public void requireCompatible(Topics topics) {
        List<SchemaFinding> incompatible = check(topics).stream()
                .filter(finding -> finding.state() == SchemaFinding.State.INCOMPATIBLE)
                .toList();
        if (!incompatible.isEmpty()) {
            throw new RegistryException("The schema registry at " + registry.address() + " has versions that ours "
                    + "cannot read ("
                    + incompatible.stream().map(SchemaFinding::toString).collect(Collectors.joining("; "))
                    + "): use the release that wrote them, or topics of another user id.");
        }
    }

    /**
     * Compares the schemas with what is registered, without changing anything.
     *
     * @throws RegistryException when the registry is down
     */
    public List<SchemaFinding> check(Topics topics) {
        List<SchemaFinding> findings = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            String subject = subject(topics.curated(entity));
            findings.add(
                    registry.find(subject, CuratedSchemas.of(entity)).isPresent()
                            ? new SchemaFinding(subject, SchemaFinding.State.REGISTERED, "")
                            : SchemaFinding.of(subject, CuratedSchemas.of(entity), registry.versions(subject)));
        }
        return List.copyOf(findings);
    }

    /**
     * Looks the schemas up without changing anything.
     *
     * @throws RegistryException when the registry is down or one of the schemas is not registered
     */
    public List<RegisteredSchema> requireRegistered(Topics topics) {
        List<RegisteredSchema> registered = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Entity entity : Entity.values()) {
            String subject = subject(topics.curated(entity));
            Optional<Integer> id = registry.find(subject, CuratedSchemas.of(entity));
            id.ifPresentOrElse(
                    found -> registered.add(new RegisteredSchema(subject, found)), () -> missing.add(subject));
        }
        if (!missing.isEmpty()) {
            throw new RegistryException("The schema registry at " + registry.address() + " lacks the schema of "
                    + String.join(", ", missing) + ": register the schemas first, or set schemas.auto.register=true.");
        }
        return List.copyOf(registered);
    }
}
