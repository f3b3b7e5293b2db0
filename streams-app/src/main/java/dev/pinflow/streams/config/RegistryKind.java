package dev.pinflow.streams.config;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/** The schema registries whose serdes are configured without further settings. Both write the same bytes. */
public enum RegistryKind {
    /** Apicurio 2.x: speaks Confluent's API too, under a path of its own. */
    APICURIO("io.apicurio.registry.serde.avro.AvroSerde", "/apis/ccompat/v7") {
        @Override
        public Map<String, String> serdeSettings(URI registry, RegistryLogin login) {
            Map<String, String> settings = new HashMap<>();
            settings.put("apicurio.registry.url", registry + "/apis/registry/v2");
            settings.put("apicurio.registry.auto-register", "false");
            // Magic byte 0 and a 4-byte id in the value. Headers are on by default and would replace both.
            settings.put("apicurio.registry.id-handler", "io.apicurio.registry.serde.Legacy4ByteIdHandler");
            settings.put("apicurio.registry.headers.enabled", "false");
            // The id that Confluent's API serves; the default, globalId, is another number.
            settings.put("apicurio.registry.use-id", "contentId");
            // A registry that goes away later does not stop records whose schema is known.
            settings.put("apicurio.registry.fault-tolerant-refresh", "true");
            login.authorization()
                    .ifPresent(header -> settings.put("apicurio.registry.request.headers.Authorization", header));
            return settings;
        }
    },
    /** Confluent's own; its serde is not on the class path unless it is put there. */
    CONFLUENT("io.confluent.kafka.streams.serdes.avro.GenericAvroSerde", "") {
        @Override
        public Map<String, String> serdeSettings(URI registry, RegistryLogin login) {
            Map<String, String> settings = new HashMap<>();
            settings.put("schema.registry.url", registry.toString());
            settings.put("auto.register.schemas", "false");
            if (!login.token().isEmpty()) {
                settings.put("bearer.auth.credentials.source", "STATIC_TOKEN");
                settings.put("bearer.auth.token", login.token());
            } else if (!login.user().isEmpty()) {
                settings.put("basic.auth.credentials.source", "USER_INFO");
                settings.put("basic.auth.user.info", login.user() + ":" + login.password());
            }
            return settings;
        }
    };

    private final String serdeClass;
    private final String confluentApiPath;

    RegistryKind(String serdeClass, String confluentApiPath) {
        this.serdeClass = serdeClass;
        this.confluentApiPath = confluentApiPath;
    }

    /** The class name of the registry's own Avro serde for generic records. */
    public String serdeClass() {
        return serdeClass;
    }

    /** Where a registry of this kind offers Confluent's REST API. */
    public URI confluentApi(URI registry) {
        return URI.create(registry + confluentApiPath);
    }

    /** The settings with which the serde finds the registry, and registers nothing there; may hold secrets. */
    public abstract Map<String, String> serdeSettings(URI registry, RegistryLogin login);
}
