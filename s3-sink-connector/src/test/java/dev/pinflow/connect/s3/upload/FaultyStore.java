package dev.pinflow.connect.s3.upload;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real HTTP server in front of a real store: it passes requests on, and goes wrong with those it is told to. */
final class FaultyStore implements AutoCloseable {
    /** Ways to go wrong. */
    enum Fault {
        /** Answers 503 instead of passing the request on. */
        REFUSE,
        /** Passes the request on and answers 503 nevertheless. */
        LOSE_ANSWER,
        /** Closes the connection without an answer. */
        HANG_UP
    }

    /** @param times how often; negative for always */
    private record Plan(String method, String part, Fault fault, int times) {}

    private static final String HEADER_END = "\r\n\r\n";

    private final URI store;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Plan plan = new Plan("", "", Fault.REFUSE, 0);

    FaultyStore(String store) throws IOException {
        this.store = URI.create(store);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on, the next so many requests of this method whose URI contains the text go wrong. */
    void fail(String method, String part, Fault fault, int times) {
        plan = new Plan(method, part, fault, times);
    }

    /** Method and query of every request so far. */
    List<String> requests() {
        return requests;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String target = exchange.getRequestURI().toString();
            requests.add(exchange.getRequestMethod() + " " + target);
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!goesWrong(exchange.getRequestMethod(), target)) {
                reply(exchange, forward(exchange, body));
                return;
            }
            switch (plan.fault()) {
                case REFUSE -> exchange.sendResponseHeaders(503, -1);
                case LOSE_ANSWER -> {
                    forward(exchange, body);
                    exchange.sendResponseHeaders(503, -1);
                }
                case HANG_UP -> throw new IOException("hangs up, as told");
            }
        }
    }

    private synchronized boolean goesWrong(String method, String target) {
        if (plan.times() == 0 || !method.equals(plan.method()) || !target.contains(plan.part())) {
            return false;
        }
        plan = new Plan(plan.method(), plan.part(), plan.fault(), plan.times() - 1);
        return true;
    }

    /** Byte by byte, since the signature covers the Host header, which Java's HTTP clients insist on setting. */
    private String forward(HttpExchange exchange, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder()
                .append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                // HTTP/1.0 has the store close the connection after an answer in one piece.
                .append(" HTTP/1.0\r\n");
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("Expect") && !name.equalsIgnoreCase("Connection")) {
                values.forEach(
                        value -> head.append(name).append(": ").append(value).append("\r\n"));
            }
        });
        try (Socket socket = new Socket(store.getHost(), store.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private static void reply(HttpExchange exchange, String answer) {
        int end = answer.indexOf(HEADER_END);
        List<String> head = answer.substring(0, end).lines().toList();
        byte[] body = answer.substring(end + HEADER_END.length()).getBytes(StandardCharsets.ISO_8859_1);
        for (String header : head.subList(1, head.size())) {
            String name = header.substring(0, header.indexOf(':'));
            boolean ownLength = name.equalsIgnoreCase("Content-Length")
                    && !exchange.getRequestMethod().equals("HEAD");
            if (!name.equalsIgnoreCase("Connection") && !ownLength) {
                exchange.getResponseHeaders()
                        .add(name, header.substring(name.length() + 1).strip());
            }
        }
        try {
            exchange.sendResponseHeaders(
                    Integer.parseInt(head.get(0).split(" ", 3)[1]), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
