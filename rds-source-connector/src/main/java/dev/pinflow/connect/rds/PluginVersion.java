package dev.pinflow.connect.rds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version that the build gave this plugin. */
final class PluginVersion {
    private PluginVersion() {}

    static String get() {
        try (InputStream resource = PluginVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(resource);
            return properties.getProperty("version");
        } catch (IOException damaged) {
            throw new UncheckedIOException("The plugin's jar is damaged: version.properties cannot be read.", damaged);
        }
    }
}
