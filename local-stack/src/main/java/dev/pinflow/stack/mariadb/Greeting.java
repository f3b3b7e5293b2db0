package dev.pinflow.stack.mariadb;

import dev.pinflow.stack.port.LocalPort;
import java.io.IOException;
import java.net.Socket;

/** The first packet of MySQL's protocol, which the server sends to whoever connects. */
final class Greeting {
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int HEADER_BYTES = 4;
    private static final int PROTOCOL_VERSION = 10;

    private Greeting() {}

    static boolean isSentBy(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(LocalPort.address(port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            byte[] start = socket.getInputStream().readNBytes(HEADER_BYTES + 1);
            return start.length > HEADER_BYTES && start[HEADER_BYTES] == PROTOCOL_VERSION;
        }
    }
}
