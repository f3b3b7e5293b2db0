package dev.pinflow.connect.s3.format;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** The objects with keys and headers that lie beside the values' object. */
public final class CompanionConfig {
    static final String STORE_KEYS = "store.kafka.keys";
    static final String STORE_HEADERS = "store.kafka.headers";
    static final String KEYS_FORMAT = "keys.format.class";
    static final String HEADERS_FORMAT = "headers.format.class";

    private static final String AVRO = "io.confluent.connect.s3.format.avro.AvroFormat";
    private static final String JSON = "io.confluent.connect.s3.format.json.JsonFormat";

    private CompanionConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                STORE_KEYS,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Also write <name>.keys, one entry per record.");
        def.define(
                STORE_HEADERS,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Also write <name>.headers, one entry per record.");
        def.define(
                KEYS_FORMAT,
                ConfigDef.Type.STRING,
                AVRO,
                Importance.LOW,
                "Format of the keys' objects: json or bytes.");
        def.define(
                HEADERS_FORMAT, ConfigDef.Type.STRING, AVRO, Importance.LOW, "Format of the headers' objects: json.");
    }

    public static void check(Findings findings) {
        requireFormat(findings, STORE_KEYS, KEYS_FORMAT, List.of(FormatName.JSON, FormatName.BYTES));
        requireFormat(findings, STORE_HEADERS, HEADERS_FORMAT, List.of(FormatName.JSON));
    }

    /** All objects of one name, the values first. */
    public static List<ObjectPart> parts(AbstractConfig config) {
        List<ObjectPart> parts = new ArrayList<>();
        parts.add(new ObjectPart("", FormatConfig.from(config, FormatConfig.FORMAT, RecordPart.VALUE)));
        if (config.getBoolean(STORE_KEYS)) {
            parts.add(keys(config));
        }
        if (config.getBoolean(STORE_HEADERS)) {
            parts.add(new ObjectPart(".headers", FormatConfig.from(config, HEADERS_FORMAT, RecordPart.HEADERS)));
        }
        return List.copyOf(parts);
    }

    /** The object with the keys. */
    public static ObjectPart keys(AbstractConfig config) {
        return new ObjectPart(".keys", FormatConfig.from(config, KEYS_FORMAT, RecordPart.KEY));
    }

    private static void requireFormat(Findings findings, String store, String format, List<FormatName> supported) {
        boolean fits = FormatName.named(findings.text(format))
                .filter(supported::contains)
                .isPresent();
        if (findings.isTrue(store) && !fits) {
            findings.problem(
                    format,
                    findings.text(format) + " is not supported here yet: set " + format + "=" + JSON + ", or " + store
                            + "=false");
        }
    }
}
