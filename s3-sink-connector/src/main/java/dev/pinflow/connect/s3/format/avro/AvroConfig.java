package dev.pinflow.connect.s3.format.avro;

import dev.pinflow.connect.s3.problem.Rules;
import java.util.Arrays;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** How Avro files look. */
public final class AvroConfig {
    public static final String AVRO_CODEC = "avro.codec";
    static final String CONNECT_METADATA = "connect.meta.data";
    static final String ENHANCED = "enhanced.avro.schema.support";
    static final String OPTIONAL_MAP_KEYS = "allow.optional.map.keys";

    private AvroConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                AVRO_CODEC,
                ConfigDef.Type.STRING,
                null,
                Rules.oneOf(
                        Arrays.stream(AvroCodec.values())
                                .map(AvroCodec::configured)
                                .toList(),
                        ""),
                Importance.LOW,
                "Compression of the blocks of Avro files; null, or no value, leaves them as they are.");
        def.define(
                CONNECT_METADATA,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether Avro schemas carry what only Connect knows (connect.name, connect.version,"
                        + " connect.parameters, …).");
        def.define(
                ENHANCED,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Whether text whose schema remembers an Avro enum is written as that enum again.");
        def.define(
                OPTIONAL_MAP_KEYS,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Whether maps with optional text keys become Avro maps, which fail on a null key, and not lists of"
                        + " key and value.");
    }

    /** The configured compression. */
    public static AvroCodec codec(AbstractConfig config) {
        return AvroCodec.named(String.valueOf(config.getString(AVRO_CODEC))).orElseThrow();
    }

    /** @param schemas how many schemas' preparations are kept at most */
    public static AvroOptions options(AbstractConfig config, int schemas) {
        return new AvroOptions(
                config.getBoolean(CONNECT_METADATA),
                config.getBoolean(ENHANCED),
                config.getBoolean(OPTIONAL_MAP_KEYS),
                schemas);
    }
}
