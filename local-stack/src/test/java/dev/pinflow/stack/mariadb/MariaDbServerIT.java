package dev.pinflow.stack.mariadb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MariaDbServerIT {
    @TempDir
    Path folder;

    @Test
    void keepsRowsAndThePasswordOverAStopAndAStart() throws Exception {
        Path deep = folder.resolve("a-folder-name-that-is-as-long-as-they-come-in-ci".repeat(3));
        String password;
        try (MariaDbServer server = new MariaDbServer(deep, 0)) {
            server.start();
            password = server.password();
            update(server, "CREATE TABLE pinterest_data (`index` BIGINT PRIMARY KEY, title TEXT)");
            update(server, "INSERT INTO pinterest_data VALUES (7528, 'Crème brûlée \uD83C\uDF6E')");
        }

        try (MariaDbServer server = new MariaDbServer(deep, 0)) {
            server.start();
            assertThat(server.password()).isEqualTo(password);
            assertThat(query(server, "SELECT title FROM pinterest_data")).isEqualTo("Crème brûlée \uD83C\uDF6E");
            assertThat(query(server, "SELECT VERSION()")).startsWith("11.4.");
            assertThat(query(server, "SELECT @@time_zone")).isEqualTo("+00:00");
        }
    }

    @Test
    void isStartedByOneProcessAtATimeAndLetsNobodyElseIn() throws Exception {
        try (MariaDbServer server = new MariaDbServer(folder, 0)) {
            server.start();

            assertThatThrownBy(new MariaDbServer(folder, 0)::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("is in use by another running server");
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "app", "wrong")
                            .close())
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> DriverManager.getConnection(server.jdbcUrl(), "root", "")
                            .close())
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void refusesAFolderWhoseFirstStartWasCutShort() throws Exception {
        try (MariaDbServer server = new MariaDbServer(folder, 0)) {
            server.start();
        }
        changeMarker("state", "initialising");

        assertThatThrownBy(new MariaDbServer(folder, 0)::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessage(
                        "The data folder %s of MariaDB is half-written, because its first start was cut short; remove"
                                + " the folder and start again.",
                        folder);
    }

    @Test
    void tellsTheEndOfTheLogWhenItDoesNotComeUp() throws Exception {
        try (MariaDbServer server = new MariaDbServer(folder, 0)) {
            server.start();
        }
        Files.write(folder.resolve("data/ibdata1"), new byte[100]);

        assertThatThrownBy(new MariaDbServer(folder, 0)::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageStartingWith("MariaDB did not start: it ended with exit code 1.")
                .hasMessageContaining("which lies in %s", folder.resolve("mariadb.log"))
                .hasMessageContaining("ibdata1")
                .hasMessageContaining("Aborting");
    }

    @Test
    void letsExtraArgumentsOutdoItsOwn() throws Exception {
        try (MariaDbServer server = new MariaDbServer(folder, 0, List.of("--max-connections=17", "--log-bin"))) {
            server.start();

            assertThat(query(server, "SELECT @@max_connections")).isEqualTo("17");
            assertThat(query(server, "SELECT @@log_bin")).isEqualTo("1");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(new MariaDbServer(folder, other.getLocalPort())::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageStartingWith("Port %d, asked for MariaDB, is taken", other.getLocalPort());
        }
    }

    private void changeMarker(String name, String value) throws IOException {
        Path file = folder.resolve(".pinflow-server");
        Properties marker = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            marker.load(reader);
        }
        marker.setProperty(name, value);
        try (Writer writer = Files.newBufferedWriter(file)) {
            marker.store(writer, null);
        }
    }

    private static void update(MariaDbServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static String query(MariaDbServer server, String sql) throws SQLException {
        try (Connection connection = connect(server);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(MariaDbServer server) throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
    }
}
