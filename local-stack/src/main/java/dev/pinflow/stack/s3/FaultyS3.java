package dev.pinflow.stack.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.pinflow.stack.LocalServer;
import dev.pinflow.stack.ServerStartException;
import dev.pinflow.stack.port.LocalPort;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A real HTTP server in front of a real store, which fails requests as it is told to. Clients use its address and the
 * store's keys: signatures stay valid, since every byte of a request is passed on as it came.
 */
public final class FaultyS3 implements LocalServer {
    private static final String NAME = "Faulty S3";
    private static final String ERROR =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>%s</Code><Message>As told." + "</Message></Error>";

    private final URI store;
    private final Duration hang;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicLong requests = new AtomicLong();
    private final Map<Fault, Long> failed = new ConcurrentSkipListMap<>();
    private volatile Faults faults = Faults.none();
    private Optional<HttpServer> server = Optional.empty();
    private Optional<ExecutorService> threads = Optional.empty();

    /**
     * @param store address of the store, as http://host:port
     * @param hang how long hangs last
     */
    public FaultyS3(String store, Duration hang) {
        this.store = URI.create(store);
        this.hang = hang;
    }

    /** What happens to requests from now on; at first, all go well. */
    public FaultyS3 faults(Faults next) {
        faults = next;
        return this;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void start() {
        LocalPort.startOn(NAME, 0, this::startOn);
    }

    private void startOn(int port) {
        try {
            HttpServer started = HttpServer.create(LocalPort.address(port), 0);
            ExecutorService workers = Executors.newCachedThreadPool();
            started.createContext("/", this::answer);
            started.setExecutor(workers);
            started.start();
            server = Optional.of(started);
            threads = Optional.of(workers);
        } catch (IOException e) {
            throw new ServerStartException("%s cannot listen on port %d: %s".formatted(NAME, port, e), e);
        }
    }

    @Override
    public String address() {
        int port = server.orElseThrow(() -> new IllegalStateException(NAME + " is not running."))
                .getAddress()
                .getPort();
        return "http://%s:%d".formatted(LocalPort.HOST, port);
    }

    /** How many requests have come so far. */
    public long requests() {
        return requests.get();
    }

    /** How many of them failed, by the way they did. */
    public Map<Fault, Long> failed() {
        return Map.copyOf(failed);
    }

    @Override
    public void stop() {
        stopped.countDown();
        server.ifPresent(running -> running.stop(0));
        server = Optional.empty();
        threads.ifPresent(ExecutorService::shutdownNow);
        threads = Optional.empty();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Optional<Fault> fault = faults.of(
                    exchange.getRequestMethod(), exchange.getRequestURI().toString());
            if (fault.isEmpty()) {
                StoreAnswer.to(store, exchange, body).passBack(exchange);
            } else {
                failed.merge(fault.get(), 1L, Long::sum);
                fail(fault.get(), exchange, body);
            }
        }
    }

    private void fail(Fault fault, HttpExchange exchange, byte[] body) throws IOException {
        switch (fault) {
            case INTERNAL_ERROR -> refuse(exchange, 500, "InternalError");
            case SLOW_DOWN -> refuse(exchange, 503, "SlowDown");
            case HANG -> waitALittle();
            case HANG_UP -> {}
            case LOSE_ANSWER -> StoreAnswer.to(store, exchange, body);
            case WITHHOLD_ANSWER -> {
                StoreAnswer.to(store, exchange, body);
                waitALittle();
            }
        }
        // An exchange that is closed without an answer closes its connection.
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        byte[] text = ERROR.formatted(code).getBytes(StandardCharsets.UTF_8);
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
    }

    private void waitALittle() throws IOException {
        try {
            if (stopped.await(hang.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IOException("The server was stopped.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The server was stopped.", e);
        }
    }
}
