package dev.pinflow.streams.curated;

import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.config.StreamsSettings;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** Makes serializers from the serde that the configuration names. Thread-safe. */
public final class CuratedSerde {
    private final Class<?> serdeClass;
    private final Map<String, String> settings;

    private CuratedSerde(Class<?> serdeClass, Map<String, String> settings) {
        this.serdeClass = serdeClass;
        this.settings = settings;
    }

    /** @throws ServiceStartException when the class is not on the class path or is no serde */
    public static CuratedSerde of(StreamsConfiguration config) {
        Map<String, String> settings = config.needsRegistry()
                ? new HashMap<>(config.registryKind().serdeSettings(config.registry()))
                : new HashMap<>();
        settings.putAll(config.serdeSettings());
        try {
            Class<?> named = Utils.loadClass(config.valueSerde(), Object.class);
            if (!Serde.class.isAssignableFrom(named)) {
                throw new ServiceStartException("The class " + config.valueSerde() + " is no " + Serde.class.getName()
                        + ": name a serde in " + StreamsSettings.VALUE_SERDE + ".");
            }
            return new CuratedSerde(named, Map.copyOf(settings));
        } catch (ClassNotFoundException e) {
            throw new ServiceStartException(
                    "The serde " + config.valueSerde() + " is not on the class path: add its jar, or correct "
                            + StreamsSettings.REGISTRY_KIND + " or " + StreamsSettings.VALUE_SERDE + ".",
                    e);
        }
    }

    /** A configured serializer of its own for each caller, because serializers need not be thread-safe. */
    public Serializer<GenericRecord> newSerializer() {
        return configured().serializer();
    }

    /** A configured deserializer of its own for each caller, because deserializers need not be thread-safe. */
    public Deserializer<GenericRecord> newDeserializer() {
        return configured().deserializer();
    }

    private Serde<GenericRecord> configured() {
        @SuppressWarnings("unchecked") // The schema, not the type parameter, decides what the serde accepts.
        Serde<GenericRecord> serde = (Serde<GenericRecord>) newSerde();
        serde.configure(settings, false);
        return serde;
    }

    private Object newSerde() {
        try {
            return Utils.newInstance(serdeClass);
        } catch (KafkaException e) {
            throw new KafkaException("The serde " + serdeClass.getName() + " cannot be made.", e);
        }
    }
}
