package dev.pinflow.streams.management;

import java.util.Map;

/**
 * An HTTP answer.
 *
 * @param headers beside the content type and length
 */
record Answer(int status, String contentType, String body, Map<String, String> headers) {
    static final int OK = 200;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int BAD_REQUEST = 400;
    static final int FAILED = 500;
    static final int UNAVAILABLE = 503;

    private static final String JSON = "application/json";
    private static final String TEXT = "text/plain; charset=utf-8";

    static Answer json(int status, String body) {
        return new Answer(status, JSON, body, Map.of());
    }

    static Answer text(String body) {
        return new Answer(OK, TEXT, body, Map.of());
    }

    /** One sentence for a person, as JSON. */
    static Answer error(int status, String message) {
        return json(status, Json.of(Map.of("error", message)));
    }

    Answer with(String header, String value) {
        return new Answer(status, contentType, body, Map.of(header, value));
    }
}
