package dev.pinflow.ingest.produce;

import dev.pinflow.ingest.write.RecordWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers {@code POST /topics/{topic}} as Confluent's REST Proxy v2 does for JSON. */
public final class ProduceHandler extends Handler.Abstract {
    private static final String ANSWER_TYPE = "application/vnd.kafka.v2+json";
    private static final String JSON_TYPE = "application/vnd.kafka.json.v2+json";
    private static final Pattern PATH = Pattern.compile("/topics/([a-zA-Z0-9._-]{1,249})/?");

    private final RecordWriter writer;
    private final Pattern allowedTopics;
    private final int maxBodyBytes;
    private final JsonRecords bodies = new JsonRecords();
    private final Answers answers = new Answers();

    /**
     * @param allowedTopics what the whole name of a topic must match to be written to
     * @param maxBodyBytes larger bodies are answered with 413
     */
    public ProduceHandler(RecordWriter writer, Pattern allowedTopics, int maxBodyBytes) {
        this.writer = writer;
        this.allowedTopics = allowedTopics;
        this.maxBodyBytes = maxBodyBytes;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        Answer answer = answer(request, response);
        response.setStatus(answer.status());
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, ANSWER_TYPE);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }

    private Answer answer(Request request, Response response) throws IOException {
        try {
            String topic = topic(request);
            if (!request.getMethod().equals("POST")) {
                response.getHeaders().put(HttpHeader.ALLOW, "POST");
                throw new RequestException(405, 405, "HTTP 405 Method Not Allowed");
            }
            requireJson(request);
            requireAllowed(topic);
            return answers.of(writer.write(topic, bodies.parse(body(request))));
        } catch (RequestException e) {
            return answers.error(e);
        }
    }

    private static String topic(Request request) throws RequestException {
        Matcher path = PATH.matcher(Request.getPathInContext(request));
        if (!path.matches()) {
            throw new RequestException(404, 404, "HTTP 404 Not Found");
        }
        return path.group(1);
    }

    private static void requireJson(Request request) throws RequestException {
        String type = Optional.ofNullable(request.getHeaders().get(HttpHeader.CONTENT_TYPE))
                .orElse("");
        int parameters = type.indexOf(';');
        String bare =
                (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
        if (!bare.equals(JSON_TYPE)) {
            throw new RequestException(415, 415, "HTTP 415 Unsupported Media Type");
        }
    }

    private void requireAllowed(String topic) throws RequestException {
        if (!allowedTopics.matcher(topic).matches()) {
            throw new RequestException(
                    403,
                    40301,
                    "The topic " + topic + " is not open for posts: this gateway takes " + allowedTopics + ".");
        }
    }

    private byte[] body(Request request) throws IOException, RequestException {
        if (request.getLength() > maxBodyBytes) {
            throw tooLarge();
        }
        try (InputStream stream = Content.Source.asInputStream(request)) {
            byte[] body = stream.readNBytes(maxBodyBytes + 1);
            if (body.length > maxBodyBytes) {
                throw tooLarge();
            }
            return body;
        }
    }

    private RequestException tooLarge() {
        return new RequestException(
                413, 413, "The body is larger than " + maxBodyBytes + " bytes: post fewer records at once.");
    }
}
