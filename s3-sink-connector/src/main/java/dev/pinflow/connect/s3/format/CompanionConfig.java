package dev.pinflow.connect.s3.format;

import dev.pinflow.connect.s3.format.avro.AvroConfig;
import dev.pinflow.connect.s3.format.compression.Compression;
import dev.pinflow.connect.s3.format.compression.CompressionConfig;
import dev.pinflow.connect.s3.problem.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
                FormatConfig.formatName(),
                Importance.LOW,
                "Format of the keys' objects: avro, json, bytes or parquet, named as in format.class; a null key is written.");
        def.define(
                HEADERS_FORMAT,
                ConfigDef.Type.STRING,
                AVRO,
                FormatConfig.formatName(),
                Importance.LOW,
                "Format of the headers' objects: avro, json or parquet, named as in format.class; values are text, and"
                        + " a record without headers has an empty list.");
    }

    public static void check(Findings findings) {
        CompressionConfig.check(findings);
        refuseUncompressed(findings, FormatConfig.FORMAT);
        if (findings.isTrue(STORE_KEYS)) {
            refuseUncompressed(findings, KEYS_FORMAT);
        }
        if (findings.isTrue(STORE_HEADERS)) {
            refuseUncompressed(findings, HEADERS_FORMAT);
            if (FormatName.named(findings.text(HEADERS_FORMAT)).equals(Optional.of(FormatName.BYTES))) {
                findings.problem(
                        HEADERS_FORMAT,
                        "headers are a list of names and values, which the bytes format has no form for: set "
                                + HEADERS_FORMAT + " to json, avro or parquet, or " + STORE_HEADERS + "=false");
            }
        }
    }

    /** Files of these formats are compressed inside, where their readers expect it. */
    private static void refuseUncompressed(Findings findings, String key) {
        Optional<FormatName> format = FormatName.named(findings.text(key));
        boolean inside = format.filter(name -> name == FormatName.AVRO || name == FormatName.PARQUET)
                .isPresent();
        String compression = findings.text(CompressionConfig.TYPE);
        if (inside
                && Compression.named(compression)
                        .filter(type -> type != Compression.NONE)
                        .isPresent()) {
            findings.problem(
                    CompressionConfig.TYPE,
                    compression + " is for json and bytes objects only, but " + key + " is "
                            + format.get().shortName() + ": set " + CompressionConfig.TYPE + "=none (and "
                            + AvroConfig.AVRO_CODEC + " or " + FormatConfig.PARQUET_CODEC + " instead), or " + key
                            + "=json");
        }
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
}
