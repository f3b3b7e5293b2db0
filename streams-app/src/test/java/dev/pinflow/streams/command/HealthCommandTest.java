package dev.pinflow.streams.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HealthCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private HttpServer instance;

    @BeforeEach
    void start() throws IOException {
        instance = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        instance.start();
    }

    @AfterEach
    void stop() {
        instance.stop(0);
    }

    @ParameterizedTest
    @CsvSource({"200, 0", "503, 1", "404, 1"})
    void theExitCodeSaysWhetherTheInstanceIsWell(int status, int exitCode) {
        answer("/livez", status, "{\"status\":\"…\"}");

        assertThat(health("--set", "management.port=" + port())).isEqualTo(exitCode);
        assertThat(out.toString()).isEqualToIgnoringNewLines(status + " {\"status\":\"…\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "127.0.0.1", "localhost"})
    void theInstanceIsAskedWhereItListens(String host) {
        answer("/livez", 200, "well");

        assertThat(health("--set", "management.port=" + port(), "--set", "management.host=" + host))
                .isZero();
    }

    @Test
    void anotherAddressCanBeAsked() {
        answer("/readyz", 503, "not yet");

        assertThat(health("--url", "http://127.0.0.1:" + port() + "/readyz")).isEqualTo(1);
        assertThat(out.toString()).isEqualToIgnoringNewLines("503 not yet");
    }

    @Test
    void anInstanceThatIsNotThereIsNotWell() {
        int port = port();
        instance.stop(0);

        assertThat(health("--set", "management.port=" + port)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("Nothing answers at http://127.0.0.1:" + port
                        + "/livez within 5 s: see whether the service runs, or give the address with --url.");
    }

    private int port() {
        return instance.getAddress().getPort();
    }

    private void answer(String path, int status, String body) {
        instance.createContext(path, exchange -> {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            try (OutputStream stream = exchange.getResponseBody()) {
                stream.write(bytes);
            }
        });
    }

    private int health(String... options) {
        return StreamsApp.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(Stream.of("health"), Stream.of(options)).toArray(String[]::new));
    }
}
