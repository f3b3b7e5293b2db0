package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.problem.Rules;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Options of Confluent's sink that would change what is written but are not supported yet: only the value that is in
 * force anyway is accepted, so that none of them is ignored silently.
 */
final class UnsupportedOptions {
    private static final List<Unsupported> ALL = List.of(new Unsupported(
            "s3.compression.type", "none", "compressed text is not supported yet; Parquet is compressed"));

    private record Unsupported(String key, String inForce, String reason) {
        boolean allows(String value) {
            return value.isBlank() || value.equalsIgnoreCase(inForce);
        }

        String sentence() {
            return reason
                    + (inForce.isEmpty() ? ": remove this option" : ": remove this option or set it to " + inForce);
        }
    }

    private UnsupportedOptions() {}

    static void define(ConfigDef def) {
        for (Unsupported option : ALL) {
            def.define(
                    option.key(),
                    ConfigDef.Type.STRING,
                    option.inForce(),
                    Rules.accepted(option::allows, option.sentence()),
                    Importance.LOW,
                    "Not supported yet: " + option.reason() + ".");
        }
    }
}
