package dev.pinflow.streams.management;

import dev.pinflow.streams.config.ServiceStartException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HTTP server for operators and their machines. Listens from construction to {@link #close()}. */
public final class ManagementServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementServer.class);

    private static final int MAX_THREADS = 8;
    private static final int MIN_THREADS = 1;
    private static final Duration IDLE_TIMEOUT = Duration.ofSeconds(30);

    private final Server server;
    private final ServerConnector connector;
    private final String host;

    private ManagementServer(String host, int port, ManagementHandler handler) {
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        threads.setName("management");
        threads.setDaemon(true);
        this.host = host;
        this.server = new Server(threads);
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        this.connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
        connector.setHost(host);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE_TIMEOUT.toMillis());
        server.addConnector(connector);
        server.setHandler(handler);
        server.setErrorHandler(ManagementServer::refuse);
    }

    /**
     * Listens.
     *
     * @param port 0 for any free one
     * @throws ServiceStartException when the port is taken or the address is not this machine's
     */
    static ManagementServer start(String host, int port, Map<String, Endpoint> endpoints) {
        ManagementServer started = new ManagementServer(host, port, new ManagementHandler(endpoints));
        try {
            started.server.start();
        } catch (Exception e) {
            started.close();
            throw new ServiceStartException(
                    "The management server cannot listen on " + host + ":" + port + " (" + e.getMessage()
                            + "): stop what uses the port, or choose others by management.host and management.port.",
                    e);
        }
        LOG.info("Management server listens on {}", started.address());
        return started;
    }

    /** Where it listens, such as {@code http://127.0.0.1:8082}. */
    public URI address() {
        String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create("http://" + name + ":" + connector.getLocalPort());
    }

    /** What HTTP itself forbids, before any endpoint is asked. */
    private static boolean refuse(Request request, Response response, Callback callback) {
        int status = response.getStatus() < Answer.BAD_REQUEST ? Answer.BAD_REQUEST : response.getStatus();
        Answer answer = Answer.error(status, "The request is no proper HTTP request for this server.");
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.write(true, ByteBuffer.wrap(answer.body().getBytes(StandardCharsets.UTF_8)), callback);
        return true;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            LOG.warn("Management server did not stop in good order", e);
        }
    }
}
