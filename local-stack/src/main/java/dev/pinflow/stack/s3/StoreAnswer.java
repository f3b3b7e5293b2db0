package dev.pinflow.stack.s3;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** What the store says to a request that is passed on to it, byte by byte: the signature covers the Host header too. */
final class StoreAnswer {
    private static final List<String> OF_THE_CONNECTION = List.of("connection", "expect", "keep-alive");

    private final List<String> head;
    private final byte[] body;

    private StoreAnswer(byte[] answer) throws IOException {
        int end = endOfHead(answer);
        head = new String(answer, 0, end, StandardCharsets.ISO_8859_1).lines().toList();
        body = Arrays.copyOfRange(answer, end + 4, answer.length);
    }

    /** Sends the request and reads the whole answer. */
    static StoreAnswer to(URI store, HttpExchange exchange, byte[] body) throws IOException {
        // HTTP/1.0 has the store close the connection after an answer in one piece.
        StringBuilder request = new StringBuilder()
                .append("%s %s HTTP/1.0\r\n".formatted(exchange.getRequestMethod(), exchange.getRequestURI()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!isOfTheConnection(name)) {
                values.forEach(value -> request.append("%s: %s\r\n".formatted(name, value)));
            }
        });
        try (Socket socket = new Socket(store.getHost(), store.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return new StoreAnswer(socket.getInputStream().readAllBytes());
        }
    }

    void passBack(HttpExchange exchange) throws IOException {
        boolean bodyless = exchange.getRequestMethod().equals("HEAD");
        for (String header : head.subList(1, head.size())) {
            int colon = header.indexOf(':');
            String name = header.substring(0, colon);
            // The length of what a HEAD request does not get is the one length that the server does not know itself.
            if (!isOfTheConnection(name) && (bodyless || !name.equalsIgnoreCase("Content-Length"))) {
                exchange.getResponseHeaders()
                        .add(name, header.substring(colon + 1).strip());
            }
        }
        int status = Integer.parseInt(head.get(0).split(" ", 3)[1]);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static boolean isOfTheConnection(String header) {
        return OF_THE_CONNECTION.stream().anyMatch(header::equalsIgnoreCase);
    }

    private static int endOfHead(byte[] answer) throws IOException {
        for (int at = 0; at + 3 < answer.length; at++) {
            if (answer[at] == '\r' && answer[at + 1] == '\n' && answer[at + 2] == '\r' && answer[at + 3] == '\n') {
                return at;
            }
        }
        throw new IOException("The store's answer has no end of its headers.");
    }
}
