package dev.pinflow.connect.rds.connection;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.types.Password;

/**
 * A file of certificates, and of keys perhaps.
 *
 * @param prefix what the three options begin with
 * @param location the file's path on the worker; empty without such a file
 * @param type the form of the file, such as {@code PKCS12} or {@code JKS}
 */
record StoreConfig(String prefix, String location, Password password, String type) {
    static final String TRUSTSTORE = "connection.tls.truststore";
    static final String KEYSTORE = "connection.tls.keystore";

    private static final String DEFAULT_TYPE = "PKCS12";

    static StoreConfig none(String prefix) {
        return new StoreConfig(prefix, "", new Password(""), DEFAULT_TYPE);
    }

    static void define(ConfigDef def, String prefix, String group, int order, String name, String purpose) {
        def.define(
                prefix + ".location",
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "The path on every worker of " + purpose,
                group,
                order,
                Width.LONG,
                name + " file");
        def.define(
                prefix + ".password",
                ConfigDef.Type.PASSWORD,
                "",
                Importance.MEDIUM,
                "The password of " + prefix + ".location; take it from a config provider.",
                group,
                order + 1,
                Width.MEDIUM,
                name + " password");
        def.define(
                prefix + ".type",
                ConfigDef.Type.STRING,
                DEFAULT_TYPE,
                new ConfigDef.NonEmptyString(),
                Importance.LOW,
                "The form of " + prefix + ".location: PKCS12, JKS, or another that the workers' Java knows.",
                group,
                order + 2,
                Width.SHORT,
                name + " type");
    }

    static StoreConfig of(AbstractConfig config, String prefix) {
        return new StoreConfig(
                prefix,
                config.getString(prefix + ".location"),
                config.getPassword(prefix + ".password"),
                config.getString(prefix + ".type"));
    }

    boolean isSet() {
        return !location.isEmpty();
    }

    /** The store as parameters of the driver, which begin with a name of the driver's own. */
    Map<String, String> driverProperties(String driverPrefix) {
        return isSet()
                ? Map.of(
                        driverPrefix + "Url",
                        Path.of(location).toUri().toString(),
                        driverPrefix + "Password",
                        password.value(),
                        driverPrefix + "Type",
                        type)
                : Map.of();
    }

    List<ConfigProblem> problems() {
        if (!isSet()) {
            return password.value().isEmpty()
                    ? List.of()
                    : problem(".password", "is set without a file: set " + prefix + ".location or leave it out.");
        }
        try {
            Path file = Path.of(location);
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                return problem(
                        ".location",
                        "is " + location + ", which is no file that the worker can read: correct the path, or put the "
                                + "file there on every worker.");
            }
            return open(file);
        } catch (InvalidPathException malformed) {
            return problem(".location", "is no path: " + malformed.getReason() + ". Give a file's path on the worker.");
        }
    }

    private List<ConfigProblem> open(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            KeyStore.getInstance(type).load(content, password.value().toCharArray());
            return List.of();
        } catch (KeyStoreException unknown) {
            return problem(".type", "is " + type + ", which the worker's Java does not know: use PKCS12 or JKS.");
        } catch (IOException | GeneralSecurityException failure) {
            return problem(
                    ".password",
                    "does not open " + location + " (" + failure.getMessage() + "): correct it, or " + prefix
                            + ".type if the file is of another form than " + type + ".");
        }
    }

    private List<ConfigProblem> problem(String option, String message) {
        return List.of(new ConfigProblem(prefix + option, prefix + option + " " + message));
    }
}
