package dev.pinflow.connect.rds.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.connect.source.SourceConnector;
import org.junit.jupiter.api.Test;

class MissingDriverTest {
    @Test
    void aValidationSaysWhereTheDriverBelongs() throws Exception {
        try (ClassLoaderWithoutDriver loader = new ClassLoaderWithoutDriver()) {
            SourceConnector connector =
                    (SourceConnector) loader.loadClass("dev.pinflow.connect.rds.RdsPostingSourceConnector")
                            .getConstructor()
                            .newInstance();

            List<ConfigValue> values = connector
                    .validate(Map.of(
                            "connection.url", "jdbc:mysql://127.0.0.1:1/posts",
                            "connection.user", "app",
                            "topic.prefix", "posts"))
                    .configValues();

            assertThat(values)
                    .filteredOn(value -> value.name().equals("connection.url"))
                    .flatExtracting(ConfigValue::errorMessages)
                    .containsExactly(
                            "The MySQL driver is missing: put mysql-connector-j's jar into the connector's "
                                    + "plugin folder, beside rds-source-connector's, on every worker, then restart the worker.");
        }
    }

    /** Loads the connector itself, as a worker's plugin class loader does, and finds no driver. */
    private static final class ClassLoaderWithoutDriver extends URLClassLoader {
        ClassLoaderWithoutDriver() {
            super(
                    new URL[] {
                        Connections.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    MissingDriverTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.mysql.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith("dev.pinflow.connect.rds.")) {
                return super.loadClass(name, resolve);
            }
            synchronized (getClassLoadingLock(name)) {
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? findClass(name) : loaded;
            }
        }
    }
}
