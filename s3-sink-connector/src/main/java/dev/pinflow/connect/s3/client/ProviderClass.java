package dev.pinflow.connect.s3.client;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.connect.errors.ConnectException;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/** Credentials of a class that the configuration names. */
record ProviderClass(Class<?> type, Options options) implements CredentialsSource {
    private static final String FACTORY = "create";

    /** What the class gets if it is Configurable; secrets may be among the values, so that only keys show. */
    record Options(Map<String, Object> values) {
        @Override
        public String toString() {
            return values.keySet().toString();
        }
    }

    static boolean isConfigurable(Class<?> type) {
        return Configurable.class.isAssignableFrom(type);
    }

    /** Why the class can be no provider, found without running any of it. */
    static Optional<String> problem(Class<?> type) {
        if (!AwsCredentialsProvider.class.isAssignableFrom(type)) {
            return Optional.of(
                    "class " + type.getName() + " does not implement " + AwsCredentialsProvider.class.getName()
                            + " as the connector's plugin folder has it: name a class that does");
        }
        if (factory(type).isEmpty() && !hasConstructor(type)) {
            return Optional.of("class " + type.getName() + " has neither a public static create() nor a public"
                    + " constructor without parameters: add one of them");
        }
        return Optional.empty();
    }

    @Override
    public AwsCredentialsProvider open(Transport transport) {
        try {
            Optional<Method> factory = factory(type);
            Object made = factory.isPresent()
                    ? factory.get().invoke(null)
                    : type.getConstructor().newInstance();
            if (made instanceof Configurable configurable) {
                configurable.configure(options.values());
            }
            return (AwsCredentialsProvider) made;
        } catch (InvocationTargetException e) {
            throw failed(e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw failed(e);
        }
    }

    /** Without the message of the cause: the class was given secrets, and its messages are not ours. */
    private ConnectException failed(Throwable cause) {
        return new ConnectException(
                "The credentials provider " + type.getName() + " of " + CredentialsConfig.PROVIDER + " cannot be made ("
                        + cause.getClass().getName() + "): correct its options",
                cause);
    }

    private static Optional<Method> factory(Class<?> type) {
        try {
            Method method = type.getMethod(FACTORY);
            return Modifier.isStatic(method.getModifiers())
                            && AwsCredentialsProvider.class.isAssignableFrom(method.getReturnType())
                            && Modifier.isPublic(type.getModifiers())
                    ? Optional.of(method)
                    : Optional.empty();
        } catch (NoSuchMethodException e) {
            return Optional.empty();
        }
    }

    private static boolean hasConstructor(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                && !Modifier.isAbstract(type.getModifiers())
                && Arrays.stream(type.getConstructors()).anyMatch(constructor -> constructor.getParameterCount() == 0);
    }
}
