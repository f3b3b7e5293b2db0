package dev.pinflow.connect.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this plugin, written into {@code version.properties} by the build. */
final class ConnectorVersion {
    static final String VERSION = load();

    private ConnectorVersion() {}

    private static String load() {
        try (InputStream in = ConnectorVersion.class.getResourceAsStream("version.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("version.properties is missing from the connector's jar", e);
        }
    }
}
