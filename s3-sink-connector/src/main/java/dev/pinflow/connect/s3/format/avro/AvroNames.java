package dev.pinflow.connect.s3.format.avro;

import java.util.Map;
import org.apache.kafka.connect.data.Schema;

/** The names that Confluent's Avro converter gives, so that files look the same and its readers understand them. */
final class AvroNames {
    static final String NAMESPACE = "io.confluent.connect.avro";
    static final String UNION = NAMESPACE + ".Union";
    static final String ENUM = NAMESPACE + ".Enum";
    static final String MAP_ENTRY = "MapEntry";
    static final String KEY = "key";
    static final String VALUE = "value";
    static final String FIELD_DEFAULT = NAMESPACE + ".field.default";

    private AvroNames() {}

    static Map<String, String> parameters(Schema schema) {
        return schema.parameters() == null ? Map.of() : schema.parameters();
    }

    /** The Avro name of a struct, whose name in Connect may have a namespace or be missing. */
    static String simple(Schema schema) {
        return schema.name() == null
                ? "ConnectDefault"
                : schema.name().substring(schema.name().lastIndexOf('.') + 1);
    }

    /** The namespace; null when the name has none. */
    static String namespace(Schema schema) {
        if (schema.name() == null) {
            return NAMESPACE;
        }
        int dot = schema.name().lastIndexOf('.');
        return dot < 0 ? null : schema.name().substring(0, dot);
    }
}
