package dev.pinflow.streams.schemas;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts the value schemas of the curated topics into a schema registry: the explicit step before the service starts,
 * which itself registers nothing. Talks Confluent's REST API, which Apicurio offers too (under
 * {@code /apis/ccompat/v7}). Not thread-safe.
 */
public final class SchemaRegistration {
    private final RegistryClient registry;

    /** @param confluentApi the root of the API, such as {@code http://127.0.0.1:8081/apis/ccompat/v7} */
    public SchemaRegistration(URI confluentApi) {
        this.registry = new RegistryClient(confluentApi);
    }

    /** The name under which the values of a topic are registered. */
    public static String subject(String topic) {
        return topic + "-value";
    }

    /**
     * Registers the schemas and asks the registry to refuse later versions that cannot read all earlier ones. Does
     * nothing to schemas that are registered already.
     *
     * @throws RegistryException when the registry is down or refuses a schema as incompatible
     */
    public List<RegisteredSchema> register(Topics topics) {
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
