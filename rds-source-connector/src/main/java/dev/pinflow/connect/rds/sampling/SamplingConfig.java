package dev.pinflow.connect.rds.sampling;

import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * The options that decide which row each posting takes.
 *
 * @param mode the order of the postings
 * @param seed what random choices depend on: positions in the modes that {@link SamplingMode#isSeeded()}, and pauses
 */
public record SamplingConfig(SamplingMode mode, long seed) {
    public static final String MODE = "mode";
    public static final String SEED = "seed";

    private static final String GROUP = "Emulation";
    private static final String MODE_DOC =
            "Which row each posting takes: `sweep` posts every key from the least to the greatest once and then idles; "
                    + "`shuffle` posts every key once too, but in a seeded random order; `sample` draws keys with "
                    + "replacement from a seeded, stateless generator; `classic` repeats the draws of the classic emulator "
                    + "(Python's random.seed(100)), keys 0 to 11000.";
    private static final String SEED_DOC = "What the modes `shuffle` and `sample` and the schedules `uniform` and "
            + "`poisson` depend on. The same seed over the same keys gives the same postings, on however many tasks.";

    public static void define(ConfigDef def) {
        def.define(
                MODE,
                ConfigDef.Type.STRING,
                "sweep",
                ValidString.in("sweep", "shuffle", "sample", "classic"),
                Importance.HIGH,
                MODE_DOC,
                GROUP,
                1,
                Width.SHORT,
                "Sampling mode");
        def.define(SEED, ConfigDef.Type.LONG, 100L, Importance.MEDIUM, SEED_DOC, GROUP, 2, Width.MEDIUM, "Seed");
    }

    public static SamplingConfig of(AbstractConfig config) {
        return new SamplingConfig(
                SamplingMode.valueOf(config.getString(MODE).toUpperCase(Locale.ROOT)), config.getLong(SEED));
    }

    /** The configured order over these keys. */
    public PostingOrder order(KeyRange keys) {
        return mode.order(keys, seed);
    }
}
