package dev.pinflow.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.mariadb.MariaDbServer;
import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.registry.RegistryServer;
import dev.pinflow.stack.s3.S3Server;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeStackIT {
    @TempDir
    Path folder;

    @Test
    void startsAllServersAtOnceAndLeavesNoneBehind() throws Exception {
        KafkaServer kafka = new KafkaServer(folder.resolve("kafka"), 0);
        List<LocalServer> independent = List.of(
                new MariaDbServer(folder.resolve("mariadb"), 0),
                new S3Server(folder.resolve("s3"), 0),
                new RegistryServer(folder.resolve("registry"), 0));
        List<CompletableFuture<Void>> starts =
                independent.stream().map(WholeStackIT::startAside).toList();
        startTimed(kafka);
        Path plugins = Files.createDirectories(folder.resolve("plugins"));
        ConnectServer connect = new ConnectServer(kafka.address(), plugins, folder, 0);
        startTimed(connect);
        starts.forEach(CompletableFuture::join);

        List<ProcessHandle> children = ProcessHandle.current().children().toList();
        assertThat(children).hasSize(2);
        for (LocalServer server : independent) {
            assertThat(isListening(server.address())).as(server.name()).isTrue();
        }
        connect.stop();
        independent.forEach(LocalServer::stop);
        kafka.stop();
        assertThat(children).noneMatch(ProcessHandle::isAlive);
    }

    private static CompletableFuture<Void> startAside(LocalServer server) {
        return CompletableFuture.runAsync(() -> startTimed(server), task -> new Thread(task).start());
    }

    private static void startTimed(LocalServer server) {
        long begin = System.nanoTime();
        server.start();
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf("%s is up after %.1f s%n", server.name(), time.toMillis() / 1000.0);
    }

    private static boolean isListening(String address) throws Exception {
        URI uri = URI.create(address.startsWith("http") ? address : "tcp://" + address);
        try (Socket socket = new Socket()) {
            socket.connect(LocalPort.address(uri.getPort()), 1000);
            return socket.isConnected();
        }
    }
}
