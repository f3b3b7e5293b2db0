package dev.pinflow.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The Avro schemas of the curated topics, read from the {@code .avsc} files beside this class. */
public final class CuratedSchemas {
    private static final Map<Entity, Schema> SCHEMAS = load();

    private CuratedSchemas() {}

    /** The value schema of the entity's curated topic. Schemas are immutable and shared. */
    public static Schema of(Entity entity) {
        return SCHEMAS.get(entity);
    }

    private static Map<Entity, Schema> load() {
        Map<Entity, Schema> schemas = new EnumMap<>(Entity.class);
        for (Entity entity : Entity.values()) {
            schemas.put(entity, parse(entity.suffix() + ".avsc"));
        }
        return schemas;
    }

    private static Schema parse(String file) {
        try (InputStream stream = CuratedSchemas.class.getResourceAsStream(file)) {
            return new Schema.Parser().parse(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("The schema " + file + " cannot be read from the class path.", e);
        }
    }
}
