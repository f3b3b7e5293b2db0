package dev.pinflow.connect.rds.credentials;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.problem.NamedOptions;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * The options that say where logins come from.
 *
 * @param providerClass a {@link CredentialsProvider}
 * @param options what the provider is configured with, secrets included
 */
public record CredentialsConfig(Class<?> providerClass, Map<String, Object> options) {
    public static final String PROVIDER_CLASS = "credentials.provider.class";
    public static final String PROVIDER_PREFIX = "credentials.provider.";
    public static final String AWS_REGION = "credentials.aws.region";

    public static final String URL = "connection.url";
    public static final String USER = "connection.user";
    public static final String PASSWORD = "connection.password";

    private static final String GROUP = "Security";
    private static final String PROVIDER_DOC = "The class that tells user and password for each new connection, a "
            + "dev.pinflow.connect.rds.credentials.CredentialsProvider: the default takes connection.user and "
            + "connection.password; dev.pinflow.connect.rds.credentials.RdsIamCredentialsProvider makes tokens for "
            + "RDS IAM authentication from the worker's AWS credentials. Options that begin with credentials.provider. "
            + "are handed to the class.";
    private static final String REGION_DOC = "The AWS region of the database, for RdsIamCredentialsProvider; empty to "
            + "take it from the host's name, or else from the worker's AWS settings.";

    public static void define(ConfigDef def) {
        def.define(
                PROVIDER_CLASS,
                ConfigDef.Type.CLASS,
                StaticCredentialsProvider.class,
                ConfigDef.LambdaValidator.with(
                        CredentialsConfig::checkClass,
                        () -> "the name of a class that implements " + CredentialsProvider.class.getName()),
                Importance.LOW,
                PROVIDER_DOC,
                GROUP,
                8,
                Width.LONG,
                "Credentials provider");
        def.define(
                AWS_REGION, ConfigDef.Type.STRING, "", Importance.LOW, REGION_DOC, GROUP, 9, Width.SHORT, "AWS region");
    }

    /** @param config has the options {@code connection.url}, {@code connection.user} and {@code connection.password} */
    public static CredentialsConfig of(AbstractConfig config) {
        Map<String, Object> options = new HashMap<>(config.originalsWithPrefix(PROVIDER_PREFIX, false));
        options.remove(PROVIDER_CLASS);
        options.put(URL, config.getString(URL));
        options.put(USER, config.getString(USER));
        options.put(PASSWORD, config.getPassword(PASSWORD));
        options.put(AWS_REGION, config.getString(AWS_REGION));
        return new CredentialsConfig(config.getClass(PROVIDER_CLASS), options);
    }

    /** The login that is given here. */
    public static CredentialsConfig of(String url, String user, Password password) {
        return new CredentialsConfig(
                StaticCredentialsProvider.class, Map.of(URL, url, USER, user, PASSWORD, password, AWS_REGION, ""));
    }

    /**
     * A provider, configured.
     *
     * @throws ConfigException if it cannot be made or does not take its options
     */
    public CredentialsProvider provider() {
        CredentialsProvider provider;
        try {
            provider = (CredentialsProvider) providerClass.getConstructor().newInstance();
        } catch (ReflectiveOperationException unusable) {
            Throwable cause = unusable instanceof InvocationTargetException ? unusable.getCause() : unusable;
            // Only the class of what went wrong: whoever wrote the message knew nothing of our rules for secrets.
            throw new ConfigException(PROVIDER_CLASS + ": " + providerClass.getName() + " cannot be created ("
                    + cause.getClass().getName()
                    + "). It needs a public constructor without parameters that does not fail.");
        }
        try {
            provider.configure(options);
            return provider;
        } catch (RuntimeException | Error unusable) {
            provider.close();
            throw unusable;
        }
    }

    /** What the failure of a provider means, pinned on the option that mends it: the one that its message names first. */
    public ConfigProblem problem(ConfigException unusable) {
        String message = String.valueOf(unusable.getMessage());
        Set<String> named = new HashSet<>(options.keySet());
        named.add(PROVIDER_CLASS);
        return new ConfigProblem(NamedOptions.first(message, named).orElse(PROVIDER_CLASS), message);
    }

    /** As {@link #problem(ConfigException)}, for a failure that nobody expected: its message may hold anything. */
    public ConfigProblem defect(Throwable failure) {
        return new ConfigProblem(
                PROVIDER_CLASS,
                PROVIDER_CLASS + ": " + providerClass.getName() + " fails with "
                        + failure.getClass().getName() + ". Correct its options, or name another class.");
    }

    private static void checkClass(String name, Object value) {
        if (!(value instanceof Class<?> type) || !CredentialsProvider.class.isAssignableFrom(type)) {
            throw new ConfigException(name + " must name a class in the connector's plugin folder that implements "
                    + CredentialsProvider.class.getName() + "; leave it out to use connection.user and "
                    + "connection.password.");
        }
    }

    /** Without the options, which hold secrets. */
    @Override
    public String toString() {
        return "CredentialsConfig[providerClass=" + providerClass.getName() + "]";
    }
}
