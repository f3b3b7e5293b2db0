package dev.pinflow.connect.s3.compatibility;

import dev.pinflow.connect.s3.problem.Rules;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * What a change of the value schema does.
 *
 * @param compatibility which records may join an open object
 * @param objectPerSchema whether each schema has an open object of its own, so that no change of schema writes one
 */
public record SchemaConfig(SchemaCompatibility compatibility, boolean objectPerSchema) {
    static final String COMPATIBILITY = "schema.compatibility";
    static final String OBJECTS = "schema.objects";

    private static final String SINGLE = "single";
    private static final String PER_SCHEMA = "per-schema";

    public static void define(ConfigDef def) {
        def.define(
                COMPATIBILITY,
                ConfigDef.Type.STRING,
                SchemaCompatibility.NONE.name(),
                Rules.oneOf(
                        Arrays.stream(SchemaCompatibility.values())
                                .map(Enum::name)
                                .toList(),
                        ""),
                Importance.HIGH,
                "Which records may join an object of another value schema. NONE: none. BACKWARD, FULL: those of an older"
                        + " version, which are shown in the object's schema. FORWARD: those of a newer one. The last"
                        + " three need schemas with versions. Records with and without schema never share an object;"
                        + " Confluent's sink fails there.");
        def.define(
                OBJECTS,
                ConfigDef.Type.STRING,
                SINGLE,
                Rules.oneOf(List.of(SINGLE, PER_SCHEMA), ""),
                Importance.LOW,
                "What a record does that may not join. single: it has the open objects of its partition written, as in"
                        + " Confluent's sink, so that mixed versions make many small objects. per-schema: it goes to"
                        + " an open object of its own schema, at the price of the memory of both. New here.");
    }

    public static SchemaConfig from(AbstractConfig config) {
        return new SchemaConfig(
                SchemaCompatibility.valueOf(config.getString(COMPATIBILITY)),
                config.getString(OBJECTS).equals(PER_SCHEMA));
    }
}
