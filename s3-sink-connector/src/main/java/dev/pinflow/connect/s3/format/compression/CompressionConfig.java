package dev.pinflow.connect.s3.format.compression;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Compression of whole objects.
 *
 * @param level of gzip, -1 to 9
 */
public record CompressionConfig(Compression compression, int level) {
    public static final String TYPE = "s3.compression.type";
    static final String LEVEL = "s3.compression.level";

    public static void define(ConfigDef def) {
        def.define(
                TYPE,
                ConfigDef.Type.STRING,
                Compression.NONE.configured(),
                Rules.oneOf(
                        Arrays.stream(Compression.values())
                                .map(Compression::configured)
                                .toList(),
                        ""),
                Importance.LOW,
                "Compression of whole objects in json and bytes format, those with keys and headers too; the names end"
                        + " with .gz or .zst then. gzip is read everywhere; zstd (new here) costs a fraction of the"
                        + " time.");
        def.define(
                LEVEL,
                ConfigDef.Type.INT,
                Deflater.DEFAULT_COMPRESSION,
                ConfigDef.Range.between(Deflater.DEFAULT_COMPRESSION, Deflater.BEST_COMPRESSION),
                Importance.LOW,
                "Effort of gzip: 1 is fastest, 9 makes the smallest objects, 0 only stores, -1 means 6.");
    }

    public static void check(Findings findings) {
        boolean zstd = Compression.ZSTD.configured().equals(findings.text(TYPE));
        if (zstd && findings.value(LEVEL) instanceof Integer level && level != Deflater.DEFAULT_COMPRESSION) {
            findings.problem(LEVEL, "zstd has one level only here: remove this option, or set " + TYPE + "=gzip");
        }
    }

    public static CompressionConfig from(AbstractConfig config) {
        return new CompressionConfig(Compression.named(config.getString(TYPE)).orElseThrow(), config.getInt(LEVEL));
    }
}
