package dev.pinflow.connect.rds.record;

import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** What column types become, as configuration says. */
public final class TypeChoices {
    private TypeChoices() {}

    public static TypesConfig preset() {
        return with(Map.of());
    }

    public static TypesConfig with(Map<String, String> options) {
        ConfigDef def = new ConfigDef();
        TypesConfig.define(def, 1);
        return TypesConfig.of(new AbstractConfig(def, options, false));
    }
}
