package dev.pinflow.connect.s3.problem;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import org.apache.kafka.common.config.ConfigException;

/**
 * Classes that users bring along in the plugin's folder and name in an option.
 *
 * @param expected the interface that they implement
 * @param loader finds them
 */
public record OwnClass<T>(Class<T> expected, ClassLoader loader) {
    /** Looks in the plugin's folder: its class loader is the one that loaded this class. */
    public OwnClass(Class<T> expected) {
        this(expected, OwnClass.class.getClassLoader());
    }

    /**
     * A new instance, ready for use.
     *
     * @param configure hands it the options
     * @throws ConfigException with a sentence that says what is wrong with the class, or what the class says
     */
    public T create(String className, Consumer<T> configure) {
        T created = create(usable(className));
        try {
            configure.accept(created);
        } catch (ConfigException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new ConfigException(className + " cannot be configured: " + e);
        }
        return created;
    }

    private T create(Class<? extends T> found) {
        try {
            return found.getConstructor().newInstance();
        } catch (InvocationTargetException e) {
            throw new ConfigException("the constructor of " + found.getName() + " fails with " + e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new ConfigException(found.getName() + " cannot be created: " + e);
        }
    }

    private Class<? extends T> usable(String className) {
        Class<?> found = load(className);
        if (!expected.isAssignableFrom(found)) {
            throw new ConfigException(className + " must implement " + expected.getName()
                    + "; classes made for the interfaces of Confluent's sink cannot be used here");
        }
        if (Modifier.isAbstract(found.getModifiers()) || !isConstructible(found)) {
            throw new ConfigException(
                    className + " must be a public class with a public constructor without parameters");
        }
        return found.asSubclass(expected);
    }

    private Class<?> load(String className) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException e) {
            throw new ConfigException("no class " + className + " lies in the plugin's folder: put its jar there; it"
                    + " must implement " + expected.getName());
        } catch (LinkageError e) {
            throw new ConfigException(className + " cannot be loaded (" + e + "): it must implement "
                    + expected.getName() + " and bring what it needs along in the plugin's folder; classes made for"
                    + " the interfaces of Confluent's sink cannot be loaded here");
        }
    }

    private static boolean isConstructible(Class<?> found) {
        try {
            return Modifier.isPublic(found.getModifiers())
                    && Modifier.isPublic(found.getConstructor().getModifiers());
        } catch (NoSuchMethodException | LinkageError e) {
            return false;
        }
    }
}
