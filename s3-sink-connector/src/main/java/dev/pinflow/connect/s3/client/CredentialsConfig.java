package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;

/** The options that say where credentials come from. */
final class CredentialsConfig {
    static final String ACCESS_KEY = "aws.access.key.id";
    static final String SECRET_KEY = "aws.secret.access.key";
    static final String PROVIDER = "s3.credentials.provider.class";

    private static final String PREFIX = "s3.credentials.provider.";

    private CredentialsConfig() {}

    static void define(ConfigDef def) {
        def.define(
                ACCESS_KEY,
                ConfigDef.Type.STRING,
                "",
                Importance.HIGH,
                "Access key; with its secret it takes the place of " + PROVIDER
                        + ", unless that class is Configurable: it then gets both.");
        def.define(SECRET_KEY, ConfigDef.Type.PASSWORD, new Password(""), Importance.HIGH, "Secret of the access key.");
        def.define(
                PROVIDER,
                ConfigDef.Type.STRING,
                ProviderNames.DEFAULT_CHAIN,
                Importance.LOW,
                "Source of credentials: an AwsCredentialsProvider of AWS SDK 2 with a public static create() or a"
                        + " public constructor without parameters, in the connector's plugin folder. If it is"
                        + " Configurable, it gets every option that starts with " + PREFIX
                        + ", without this prefix, and the access key and its secret. Well-known names of AWS SDK 1"
                        + " stand for their successors. " + ProviderNames.ASSUME_ROLE + " assumes a role.");
        AssumedRole.define(def);
    }

    static void check(Findings findings) {
        boolean access = !findings.text(ACCESS_KEY).isBlank();
        boolean secret = findings.value(SECRET_KEY) instanceof Password password
                && !password.value().isBlank();
        if (access && !secret) {
            findings.problem(SECRET_KEY, "must be set because " + ACCESS_KEY + " is");
        } else if (secret && !access) {
            findings.problem(ACCESS_KEY, "must be set because " + SECRET_KEY + " is");
        }
        String name = ProviderNames.resolve(findings.text(PROVIDER));
        if (name.equals(ProviderNames.ASSUME_ROLE)) {
            AssumedRole.check(findings);
        } else {
            ProviderNames.problem(name).ifPresent(sentence -> findings.problem(PROVIDER, sentence));
        }
    }

    static CredentialsSource from(AbstractConfig config) {
        Optional<StaticKeys> keys = keys(config);
        String name = ProviderNames.resolve(config.getString(PROVIDER));
        if (name.equals(ProviderNames.ASSUME_ROLE)) {
            return AssumedRole.from(config, keys);
        }
        Class<?> provider = ProviderNames.load(name);
        if (keys.isPresent() && !ProviderClass.isConfigurable(provider)) {
            return keys.get();
        }
        return name.equals(ProviderNames.DEFAULT_CHAIN)
                ? new CredentialsSource.DefaultChain()
                : new ProviderClass(provider, options(config));
    }

    private static Optional<StaticKeys> keys(AbstractConfig config) {
        String accessKey = config.getString(ACCESS_KEY);
        Password secretKey = config.getPassword(SECRET_KEY);
        return accessKey.isBlank() || secretKey.value().isBlank()
                ? Optional.empty()
                : Optional.of(new StaticKeys(accessKey, secretKey));
    }

    private static ProviderClass.Options options(AbstractConfig config) {
        Map<String, Object> values = config.originalsWithPrefix(PREFIX);
        values.remove(PROVIDER.substring(PREFIX.length()));
        values.put(ACCESS_KEY, config.getString(ACCESS_KEY));
        values.put(SECRET_KEY, config.getPassword(SECRET_KEY).value());
        return new ProviderClass.Options(values);
    }
}
