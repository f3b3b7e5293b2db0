package dev.pinflow.connect.s3.compatibility;

import dev.pinflow.connect.s3.problem.Rules;
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

    public static void define(ConfigDef def) {
        def.define(
                COMPATIBILITY,
                ConfigDef.Type.STRING,
                "NONE",
                Rules.oneOf(
                        List.of("NONE"), "; schema projection is not supported yet, a new schema starts a new object"),
                Importance.HIGH,
                "NONE: a record whose value schema differs from the open object's starts a new object.");
    }

    public static SchemaConfig from(AbstractConfig config) {
        return new SchemaConfig(SchemaCompatibility.NONE, false);
    }
}
