package dev.pinflow.streams.management;

import dev.pinflow.streams.management.Endpoint.Call;
import dev.pinflow.streams.management.Endpoint.Parameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands requests to endpoints; whatever goes wrong becomes a short JSON answer without internals. */
final class ManagementHandler extends Handler.Abstract {
    private static final Logger LOG = LoggerFactory.getLogger(ManagementHandler.class);

    private final Map<String, Endpoint> endpoints;

    /** @param endpoints by the first segment of the path; what follows it is theirs */
    ManagementHandler(Map<String, Endpoint> endpoints) {
        this.endpoints = new TreeMap<>(endpoints);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Answer answer = answer(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, answer.contentType());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        answer.headers().forEach(response.getHeaders()::put);
        boolean withBody = !request.getMethod().equals("HEAD");
        response.write(true, withBody ? ByteBuffer.wrap(body) : ByteBuffer.allocate(0), callback);
        return true;
    }

    private Answer answer(Request request) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return Answer.error(Answer.NOT_ALLOWED, "This server only tells: use GET or HEAD.")
                    .with("Allow", "GET, HEAD");
        }
        String path = Request.getPathInContext(request);
        Fields query;
        try {
            query = Request.extractQueryParameters(request);
        } catch (RuntimeException e) {
            return Answer.error(Answer.BAD_REQUEST, "The query is not properly encoded.");
        }
        try {
            return answer(path.startsWith("/") ? path.substring(1) : path, query);
        } catch (RuntimeException e) {
            LOG.warn("The request for {} failed", path.replaceAll("[^\\p{Graph}]", "?"), e);
            return Answer.error(Answer.FAILED, "The request failed; the log of the service tells why.");
        }
    }

    private Answer answer(String path, Fields query) {
        int slash = path.indexOf('/');
        String first = slash < 0 ? path : path.substring(0, slash);
        String rest = slash < 0 ? "" : path.substring(slash + 1);
        return Optional.ofNullable(endpoints.get(first))
                .filter(endpoint -> rest.isEmpty() || endpoint instanceof AnswersEndpoint)
                .map(endpoint -> endpoint.answer(new Call(rest, parameters(query))))
                .orElseGet(this::unknown);
    }

    private Answer unknown() {
        return Answer.error(
                Answer.NOT_FOUND,
                "There is nothing here: ask for one of /" + String.join(", /", endpoints.keySet()) + ".");
    }

    private static Parameters parameters(Fields query) {
        return name -> Optional.ofNullable(query.getValue(name)).orElse("");
    }
}
