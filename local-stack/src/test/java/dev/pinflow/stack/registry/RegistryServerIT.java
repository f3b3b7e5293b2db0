package dev.pinflow.stack.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryServerIT {
    private static final String VERSIONS = "/apis/ccompat/v7/subjects/posts-value/versions";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void keepsSchemasAndTheirIdsOverAStopAndAStart() throws Exception {
        try (RegistryServer server = new RegistryServer(folder, 0)) {
            server.start();
            assertThat(get(server, "/apis/registry/v2/system/info")).contains("\"version\":\"2.6.13.Final\"");
            assertThat(register(server)).isEqualTo("{\"id\":1}");
        }

        try (RegistryServer server = new RegistryServer(folder, 0)) {
            server.start();
            assertThat(get(server, VERSIONS + "/latest"))
                    .contains("\"subject\":\"posts-value\"")
                    .contains("\"id\":1");
        }
    }

    @Test
    void refusesAPortThatIsTakenAndAFolderOfOtherFiles() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(new RegistryServer(folder, other.getLocalPort())::start)
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageStartingWith("Port %d, asked for Schema registry, is taken", other.getLocalPort());
        }
        Files.writeString(folder.resolve("thesis.txt"), "not schemas");
        assertThatThrownBy(new RegistryServer(folder, 0)::start)
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("holds files that are not the server's");
    }

    private static String register(RegistryServer server) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.address() + VERSIONS))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(BodyPublishers.ofString("""
                        {"schema": "{\\"type\\": \\"string\\"}"}"""))
                .build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }

    private static String get(RegistryServer server, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(server.address() + path)).build();
        return CLIENT.send(request, BodyHandlers.ofString()).body();
    }
}
