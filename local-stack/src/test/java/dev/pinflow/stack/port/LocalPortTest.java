package dev.pinflow.stack.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.stack.ServerStartException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalPortTest {
    @Test
    void triesAnotherPortWhenAFreeOneIsTakenMeanwhile() throws Exception {
        List<ServerSocket> thieves = new ArrayList<>();
        try {
            int port = LocalPort.startOn("Kafka", 0, candidate -> {
                if (thieves.size() < 2) {
                    thieves.add(listenOn(candidate));
                    throw new ServerStartException("cannot bind");
                }
            });
            assertThat(port)
                    .isNotIn(thieves.stream().map(ServerSocket::getLocalPort).toList());
        } finally {
            for (ServerSocket thief : thieves) {
                thief.close();
            }
        }
    }

    @Test
    void doesNotTryAgainWhenThePortWasNotTheReason() {
        List<Integer> tries = new ArrayList<>();

        assertThatThrownBy(() -> LocalPort.startOn("Kafka", 0, candidate -> {
                    tries.add(candidate);
                    throw new ServerStartException("other reason");
                }))
                .hasMessage("other reason");
        assertThat(tries).hasSize(1);
    }

    @Test
    void refusesNumbersThatAreNoPort() {
        assertThatThrownBy(() -> LocalPort.requireFree("Kafka", 70000))
                .isInstanceOf(ServerStartException.class)
                .hasMessage("Port 70000, asked for Kafka, does not exist; choose one from 1 to 65535, or 0 for any free"
                        + " one.");
    }

    private static ServerSocket listenOn(int port) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(LocalPort.address(port));
            return socket;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
