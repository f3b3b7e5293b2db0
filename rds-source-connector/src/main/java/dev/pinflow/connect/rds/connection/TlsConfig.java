package dev.pinflow.connect.rds.connection;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * The options that protect the way to the database.
 *
 * @param truststore whom the verifying modes trust; without one, whom the worker's Java trusts
 * @param keystore what the connector shows to servers that ask for a certificate
 */
public record TlsConfig(TlsMode mode, StoreConfig truststore, StoreConfig keystore) {
    public static final String MODE = "connection.tls.mode";

    private static final String GROUP = "Security";
    private static final String MODE_DOC = "How far the way to the database is protected: `disabled` encrypts nothing; "
            + "`preferred` encrypts where the server can; `required` encrypts or fails, but believes any server; "
            + "`verify-ca` demands a certificate that a trusted authority signed; `verify-identity` demands that it "
            + "names the URL's host, too.";
    private static final String TRUST_PURPOSE = "the certificates that verify-ca and verify-identity trust; empty for "
            + "those that the worker's Java trusts.";
    private static final String KEY_PURPOSE =
            "the connector's own certificate and key, for servers that demand one; empty without.";

    public static void define(ConfigDef def) {
        def.define(
                MODE,
                ConfigDef.Type.STRING,
                TlsMode.PREFERRED.option(),
                ValidString.in(TlsMode.options().toArray(new String[0])),
                Importance.MEDIUM,
                MODE_DOC,
                GROUP,
                1,
                Width.SHORT,
                "TLS mode");
        StoreConfig.define(def, StoreConfig.TRUSTSTORE, GROUP, 2, "Truststore", TRUST_PURPOSE);
        StoreConfig.define(def, StoreConfig.KEYSTORE, GROUP, 5, "Keystore", KEY_PURPOSE);
    }

    public static TlsConfig of(AbstractConfig config) {
        return new TlsConfig(
                TlsMode.of(config.getString(MODE)),
                StoreConfig.of(config, StoreConfig.TRUSTSTORE),
                StoreConfig.of(config, StoreConfig.KEYSTORE));
    }

    static TlsConfig of(TlsMode mode) {
        return new TlsConfig(mode, StoreConfig.none(StoreConfig.TRUSTSTORE), StoreConfig.none(StoreConfig.KEYSTORE));
    }

    /** What does not fit together or cannot be opened on this worker. */
    public List<ConfigProblem> problems() {
        List<ConfigProblem> problems = new ArrayList<>(truststore.problems());
        problems.addAll(keystore.problems());
        if (truststore.isSet() && !mode.verifies()) {
            problems.add(new ConfigProblem(
                    MODE,
                    MODE + " " + mode.option() + " believes any certificate, so " + truststore.prefix()
                            + ".location has no effect: set " + MODE + " to verify-ca or verify-identity, or leave the "
                            + "truststore out."));
        }
        if (keystore.isSet() && mode == TlsMode.DISABLED) {
            problems.add(new ConfigProblem(
                    MODE,
                    MODE + " disabled shows no certificate, so " + keystore.prefix() + ".location has no effect: set "
                            + MODE + " to required or stricter, or leave the keystore out."));
        }
        return problems;
    }

    /** The options as parameters of the driver. */
    Map<String, String> driverProperties() {
        Map<String, String> properties = new HashMap<>();
        properties.put("sslMode", mode.name());
        properties.putAll(truststore.driverProperties("trustCertificateKeyStore"));
        properties.putAll(keystore.driverProperties("clientCertificateKeyStore"));
        return properties;
    }
}
