package dev.pinflow.connect.s3.client;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;

/** Which class a name of a credentials provider stands for, so that configurations of every age mean something. */
final class ProviderNames {
    static final String DEFAULT_CHAIN = "software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider";
    static final String ASSUME_ROLE = "dev.pinflow.connect.s3.client.AssumeRoleCredentialsProvider";

    private static final String SDK_1 = "com.amazonaws.";
    private static final String SDK_2 = "software.amazon.awssdk.auth.credentials.";

    private static final Map<String, String> SUCCESSORS = Map.ofEntries(
            Map.entry("io.confluent.connect.s3.auth.AwsAssumeRoleCredentialsProvider", ASSUME_ROLE),
            Map.entry(SDK_1 + "auth.DefaultAWSCredentialsProviderChain", DEFAULT_CHAIN),
            Map.entry(
                    SDK_1 + "auth.EnvironmentVariableCredentialsProvider",
                    SDK_2 + "EnvironmentVariableCredentialsProvider"),
            Map.entry(SDK_1 + "auth.SystemPropertiesCredentialsProvider", SDK_2 + "SystemPropertyCredentialsProvider"),
            Map.entry(SDK_1 + "auth.InstanceProfileCredentialsProvider", SDK_2 + "InstanceProfileCredentialsProvider"),
            Map.entry(SDK_1 + "auth.ContainerCredentialsProvider", SDK_2 + "ContainerCredentialsProvider"),
            Map.entry(SDK_1 + "auth.profile.ProfileCredentialsProvider", SDK_2 + "ProfileCredentialsProvider"),
            Map.entry(
                    SDK_1 + "auth.WebIdentityTokenCredentialsProvider",
                    SDK_2 + "WebIdentityTokenFileCredentialsProvider"),
            Map.entry(SDK_1 + "auth.AnonymousAWSCredentials", SDK_2 + "AnonymousCredentialsProvider"));

    private ProviderNames() {}

    /** The class to load: the name itself unless it is an older name. */
    static String resolve(String name) {
        String given = name.strip();
        return SUCCESSORS.getOrDefault(given, given);
    }

    /** What is wrong with a resolved name; nothing of the class is run to find out. */
    static Optional<String> problem(String name) {
        if (name.startsWith(SDK_1)) {
            return Optional.of(name + " belongs to AWS SDK 1, which this connector does not contain: give a class that"
                    + " implements AwsCredentialsProvider of AWS SDK 2, or remove this option to let the SDK find"
                    + " credentials");
        }
        try {
            return ProviderClass.problem(load(name));
        } catch (ConfigException e) {
            return Optional.of("class " + name + " is not among the connector's libraries: put its jar into the"
                    + " connector's plugin folder, or correct the name");
        }
    }

    /** With the loader of this plugin, which sees the connector's own folder first. */
    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, ProviderNames.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            throw new ConfigException("Class " + name + " cannot be loaded: " + e.getMessage());
        }
    }
}
