package dev.pinflow.connect.rds.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.rds.credentials.Credentials;
import dev.pinflow.connect.rds.credentials.CredentialsProvider;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.connect.errors.RetriableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseConfigTest {
    private static DatabaseConfig parse(Map<String, String> options) {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        Map<String, String> complete =
                new HashMap<>(Map.of("connection.url", "jdbc:mysql://db/posts", "connection.user", "app"));
        complete.putAll(options);
        return DatabaseConfig.of(new AbstractConfig(def, complete, false));
    }

    @Test
    void hasTimeOutsByDefault() {
        assertThat(parse(Map.of()))
                .isEqualTo(new DatabaseConfig(
                        "jdbc:mysql://db/posts",
                        "app",
                        new Password(""),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(30)));
    }

    @Test
    void takesEveryOption() {
        DatabaseConfig config = parse(Map.ofEntries(
                Map.entry("connection.url", "jdbc:mysql://other:3307/p?useCompression=true"),
                Map.entry("connection.user", "reader"),
                Map.entry("connection.password", "s3cret"),
                Map.entry("connection.connect.timeout.ms", "1000"),
                Map.entry("connection.socket.timeout.ms", "2000"),
                Map.entry("connection.tls.mode", "verify-identity"),
                Map.entry("connection.tls.truststore.location", "/trust.jks"),
                Map.entry("connection.tls.truststore.password", "s3cret"),
                Map.entry("connection.tls.truststore.type", "JKS"),
                Map.entry("connection.tls.keystore.location", "/keys.p12"),
                Map.entry("connection.tls.keystore.password", "s3cret"),
                Map.entry("connection.tls.keystore.type", "PKCS12"),
                Map.entry("credentials.provider.class", CountingProvider.class.getName()),
                Map.entry("credentials.provider.vault", "s3cret"),
                Map.entry("credentials.aws.region", "eu-west-1")));

        assertThat(config.url()).isEqualTo("jdbc:mysql://other:3307/p?useCompression=true");
        assertThat(config.connectTimeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(config.socketTimeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.tls().driverProperties())
                .containsOnly(
                        Map.entry("sslMode", "VERIFY_IDENTITY"),
                        Map.entry("trustCertificateKeyStoreUrl", "file:///trust.jks"),
                        Map.entry("trustCertificateKeyStorePassword", "s3cret"),
                        Map.entry("trustCertificateKeyStoreType", "JKS"),
                        Map.entry("clientCertificateKeyStoreUrl", "file:///keys.p12"),
                        Map.entry("clientCertificateKeyStorePassword", "s3cret"),
                        Map.entry("clientCertificateKeyStoreType", "PKCS12"));
        assertThat(config.credentials().options())
                .containsOnly(
                        Map.entry("connection.url", config.url()),
                        Map.entry("connection.user", "reader"),
                        Map.entry("connection.password", new Password("s3cret")),
                        Map.entry("credentials.aws.region", "eu-west-1"),
                        Map.entry("credentials.provider.vault", "s3cret"));
        assertThat(config.toString()).contains("other:3307").doesNotContain("s3cret");
    }

    @Test
    void showsTheUrlWithoutItsParameters() {
        assertThat(parse(Map.of("connection.url", "jdbc:mysql://db/posts?useCompression=true"))
                        .displayName())
                .isEqualTo("jdbc:mysql://db/posts");
    }

    /** Each case is a configuration that no option by itself makes wrong. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "connection.tls.truststore.password=s3cret | truststore.password | is set without a file",
                "connection.tls.mode=verify-ca,connection.tls.truststore.location=/no/such/file "
                        + "| truststore.location | no file that the worker can read",
                "connection.tls.mode=verify-ca,connection.tls.truststore.location=FILE,"
                        + "connection.tls.truststore.password=s3cret | truststore.password | does not open",
                "connection.tls.mode=verify-ca,connection.tls.truststore.location=FILE,"
                        + "connection.tls.truststore.type=PEM | truststore.type | use PKCS12 or JKS",
                "connection.tls.truststore.location=STORE,connection.tls.truststore.password=s3cret "
                        + "| mode | set connection.tls.mode to verify-ca or verify-identity",
                "connection.tls.mode=disabled,connection.tls.keystore.location=STORE,"
                        + "connection.tls.keystore.password=s3cret | mode | required or stricter",
                "credentials.provider.class=dev.pinflow.connect.rds.credentials.RdsIamCredentialsProvider,"
                        + "credentials.aws.region=eu-west-1 | mode | set it to required, verify-ca or verify-identity",
            })
    void namesWhatDoesNotFitTogether(String options, String key, String way, @TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("text"), "no store");
        Path store = folder.resolve("store.p12");
        KeyStore empty = KeyStore.getInstance("PKCS12");
        empty.load(null, null);
        try (OutputStream output = Files.newOutputStream(store)) {
            empty.store(output, "s3cret".toCharArray());
        }
        Map<String, String> given = new HashMap<>();
        for (String option : options.split(",", -1)) {
            String[] parts = option.split("=", 2);
            given.put(parts[0], parts[1].replace("FILE", file.toString()).replace("STORE", store.toString()));
        }

        assertThat(parse(given).problems()).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo("connection.tls." + key);
            assertThat(problem.message()).contains(problem.key()).contains(way).doesNotContain("s3cret");
        });
    }

    @Test
    void asksTheProviderBeforeEveryConnectionAndFreesIt() {
        CountingProvider.asked.set(0);
        CountingProvider.closed.set(0);
        DatabaseConfig config = parse(Map.of(
                "connection.url",
                "jdbc:mysql://127.0.0.1:1/posts",
                "credentials.provider.class",
                CountingProvider.class.getName()));

        try (Connections connections = new Connections(config)) {
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(connections::open)
                        .isInstanceOf(SQLTransientConnectionException.class)
                        .hasMessage("The vault is closed.");
            }
        }

        assertThat(CountingProvider.asked).hasValue(3);
        assertThat(CountingProvider.closed).hasValue(1);
    }

    @Test
    void saysWhatIsWrongWithAProviderThatCannotBeMade() {
        assertThat(parse(Map.of("credentials.provider.class", BrokenProvider.class.getName()))
                        .problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.key()).isEqualTo("credentials.provider.class");
                    assertThat(problem.message()).contains("cannot be created", "public constructor");
                });
    }

    /** Fails in a way that time may mend. */
    public static final class CountingProvider implements CredentialsProvider {
        static final AtomicInteger asked = new AtomicInteger();
        static final AtomicInteger closed = new AtomicInteger();

        @Override
        public void configure(Map<String, ?> options) {}

        @Override
        public Credentials credentials() {
            asked.incrementAndGet();
            throw new RetriableException("The vault is closed.");
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }

    /** Has no constructor that the connector could call. */
    public static final class BrokenProvider implements CredentialsProvider {
        private BrokenProvider() {}

        @Override
        public void configure(Map<String, ?> options) {}

        @Override
        public Credentials credentials() {
            return new Credentials("", new Password(""));
        }
    }
}
