package dev.pinflow.stack.cache;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Properties;

/** The programs that come as binaries with this build of Pinflow; their versions stand in the root pom. */
public enum BundledVersion {
    MARIADB,
    APICURIO;

    /** The program's own version, such as {@code 11.4.5}. */
    public String get() {
        Properties versions = new Properties();
        try (InputStream resource = BundledVersion.class.getResourceAsStream("versions.properties")) {
            versions.load(resource);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar of local-stack cannot be read: " + e.getMessage(), e);
        }
        return versions.getProperty(name().toLowerCase(Locale.ROOT));
    }
}
