package dev.pinflow.connect.rds.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.retry.SqlFailure;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections to a server whose certificate is for the host localhost, and to one without TLS. */
class TlsIT {
    @TempDir
    private static Path folder;

    private static final String LOGIN = "l0gin";

    private static Certificates certificates;
    private static MariaDbServer encrypting;
    private static MariaDbServer open;

    @BeforeAll
    static void startServers() throws Exception {
        certificates = new Certificates(folder);
        certificates.authority("authority");
        certificates.authority("stranger");
        certificates.signed("server", "authority", "localhost");
        certificates.signed("client", "authority", "connector");
        Path init = Files.writeString(folder.resolve("init.sql"), """
                CREATE DATABASE IF NOT EXISTS pinterest_data;
                CREATE OR REPLACE USER 'app'@'127.0.0.1' IDENTIFIED BY '%1$s';
                GRANT ALL ON pinterest_data.* TO 'app'@'127.0.0.1';
                CREATE OR REPLACE USER 'certified'@'127.0.0.1' IDENTIFIED BY '%1$s' REQUIRE X509;
                GRANT ALL ON pinterest_data.* TO 'certified'@'127.0.0.1';
                """.formatted(LOGIN));
        encrypting = new MariaDbServer(
                folder.resolve("encrypting"),
                0,
                List.of(
                        "--init-file=" + init,
                        "--ssl",
                        "--ssl-ca=" + certificates.file("authority.pem"),
                        "--ssl-cert=" + certificates.file("server.pem"),
                        "--ssl-key=" + certificates.file("server-key.pem")));
        encrypting.start();
        open = new MariaDbServer(folder.resolve("open"), 0);
        open.start();
    }

    @AfterAll
    static void stopServers() {
        Stream.of(encrypting, open).filter(server -> server != null).forEach(MariaDbServer::close);
    }

    private static DatabaseConfig config(MariaDbServer server, String host, Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "connection.url", server.jdbcUrl().replace("127.0.0.1", host),
                "connection.user", server.user(),
                "connection.password", server == encrypting ? LOGIN : server.password()));
        options.putAll(more);
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        DatabaseConfig config = DatabaseConfig.of(new AbstractConfig(def, options, false));
        assertThat(config.problems()).isEmpty();
        return config;
    }

    private static Map<String, String> verifying(String mode, String authority) {
        return Map.of(
                "connection.tls.mode",
                mode,
                "connection.tls.truststore.location",
                certificates.file(authority + "-trust.p12").toString(),
                "connection.tls.truststore.password",
                Certificates.PASSWORD);
    }

    private static String cipher(DatabaseConfig config) throws SQLException {
        try (Connections connections = new Connections(config);
                Connection connection = connections.open();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW STATUS LIKE 'Ssl_cipher'")) {
            assertThat(rows.next()).isTrue();
            return rows.getString(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"preferred", "required"})
    void encryptsWithoutAskingWhoAnswers(String mode) throws SQLException {
        assertThat(cipher(config(encrypting, "127.0.0.1", Map.of("connection.tls.mode", mode))))
                .isNotEmpty();
    }

    @Test
    void encryptsNothingWhenDisabled() throws SQLException {
        assertThat(cipher(config(encrypting, "127.0.0.1", Map.of("connection.tls.mode", "disabled"))))
                .isEmpty();
    }

    @Test
    void goesInTheOpenOnlyWhereThatIsAllowed() throws SQLException {
        assertThat(cipher(config(open, "127.0.0.1", Map.of()))).isEmpty();

        DatabaseConfig required = config(open, "127.0.0.1", Map.of("connection.tls.mode", "required"));
        assertThatThrownBy(() -> cipher(required)).satisfies(failure -> {
            ConfigProblem problem = ConnectionProblem.of(required, (SQLException) failure);
            assertThat(problem.key()).isEqualTo("connection.tls.mode");
            assertThat(problem.message()).contains("required", "preferred", "TLS");
        });
    }

    @Test
    void believesTheAuthorityThatSignedTheCertificate() throws SQLException {
        assertThat(cipher(config(encrypting, "127.0.0.1", verifying("verify-ca", "authority"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-identity"})
    void refusesAnAuthorityThatIsNotTrusted(String mode) {
        assertThatThrownBy(() -> cipher(config(encrypting, "localhost", verifying(mode, "stranger"))))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("connection.tls.mode " + mode + " refuses the server")
                .hasMessageContaining("stranger-trust.p12")
                .hasMessageNotContaining(Certificates.PASSWORD)
                .satisfies(failure ->
                        assertThat(SqlFailure.of((SQLException) failure)).isEqualTo(SqlFailure.LASTING));
    }

    @Test
    void trustsWhomJavaTrustsWithoutATruststore() {
        assertThatThrownBy(
                        () -> cipher(config(encrypting, "localhost", Map.of("connection.tls.mode", "verify-identity"))))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("the truststore of the worker's Java");
    }

    @Test
    void demandsTheHostInTheCertificateWhenItVerifiesTheIdentity() throws SQLException {
        Map<String, String> strict = verifying("verify-identity", "authority");

        assertThat(cipher(config(encrypting, "localhost", strict))).isNotEmpty();
        assertThatThrownBy(() -> cipher(config(encrypting, "127.0.0.1", strict)))
                .isInstanceOf(TlsFailure.class)
                .hasMessageContaining("connection.tls.mode verify-identity refuses the server")
                .hasMessageContaining("use the host name that the certificate names");
    }

    @Test
    void showsItsOwnCertificateToAServerThatDemandsOne() throws SQLException {
        Map<String, String> options = new HashMap<>(verifying("verify-ca", "authority"));
        options.put("connection.user", "certified");
        DatabaseConfig without = config(encrypting, "127.0.0.1", options);
        options.put(
                "connection.tls.keystore.location",
                certificates.file("client.p12").toString());
        options.put("connection.tls.keystore.password", Certificates.PASSWORD);

        assertThat(cipher(config(encrypting, "127.0.0.1", options))).isNotEmpty();
        assertThatThrownBy(() -> cipher(without)).hasMessageContaining("Access denied");
    }
}
