package dev.pinflow.benchmarks.stage;

import dev.pinflow.stack.port.LocalPort;
import dev.pinflow.stack.process.ChildProcess;
import dev.pinflow.stack.start.ChildAnswer;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A Kafka broker in a process of its own.
 *
 * @param address what clients take as {@code bootstrap.servers}
 */
public record Broker(ChildProcess process, String address) implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /**
     * Returns when it accepts connections.
     *
     * @param folder for its log and its data
     */
    public static Broker start(Path folder) {
        int port = LocalPort.free();
        ChildProcess process = JavaProgram.server(
                        folder.resolve("broker.log"),
                        BrokerProgram.class,
                        List.of(folder.resolve("kafka").toString(), Integer.toString(port)))
                .start();
        ChildAnswer.await("Kafka", process, START_LIMIT, () -> accepts(port));
        return new Broker(process, LocalPort.HOST + ":" + port);
    }

    private static boolean accepts(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(LocalPort.address(port));
            return socket.isConnected();
        }
    }

    @Override
    public void close() {
        process.stop();
    }
}
