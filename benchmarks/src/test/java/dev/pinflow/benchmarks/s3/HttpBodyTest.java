package dev.pinflow.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HttpBodyTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void passesOnAsManyBytesAsTheHeadTells() throws IOException {
        ByteArrayInputStream in = stream("PUT /b/k HTTP/1.1\r\ncontent-length: 5\r\n\r\n12345PUT");

        HttpHead head = HttpHead.read(in).orElseThrow();
        new HttpBody(in, out).copyOfRequest(head);

        assertThat(out).hasToString("12345");
        assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("PUT");
    }

    @Test
    void passesOnChunksWithTheirSizesAndTrailers() throws IOException {
        String chunks = "5;name=value\r\n12345\r\n10\r\n0123456789abcdef\r\n0\r\nTrailer: x\r\n\r\n";
        ByteArrayInputStream in = stream("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + "next");

        HttpHead head = HttpHead.read(in).orElseThrow();
        boolean open = new HttpBody(in, out).copyOfAnswer(head, "GET");

        assertThat(open).isTrue();
        assertThat(out).hasToString(chunks);
        assertThat(in.readAllBytes()).asString(StandardCharsets.US_ASCII).isEqualTo("next");
    }

    @Test
    void expectsNoBodyBehindTheAnswerToAHeadRequest() throws IOException {
        ByteArrayInputStream in = stream("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");

        new HttpBody(in, out).copyOfAnswer(HttpHead.read(in).orElseThrow(), "HEAD");

        assertThat(out.size()).isZero();
    }

    @Test
    void takesABodyWithoutLengthForTheLastOfItsConnection() throws IOException {
        ByteArrayInputStream in = stream("HTTP/1.1 200 OK\r\n\r\nto the end");

        assertThat(new HttpBody(in, out).copyOfAnswer(HttpHead.read(in).orElseThrow(), "GET"))
                .isFalse();
        assertThat(out).hasToString("to the end");
    }

    @Test
    void failsWhenTheConnectionEndsWithinABody() throws IOException {
        ByteArrayInputStream in = stream("PUT /b/k HTTP/1.1\r\nContent-Length: 5\r\n\r\n123");
        HttpHead head = HttpHead.read(in).orElseThrow();

        assertThatThrownBy(() -> new HttpBody(in, out).copyOfRequest(head)).isInstanceOf(EOFException.class);
    }

    @Test
    void leavesOutAHeaderAndKeepsTheOthersAsTheyStand() throws IOException {
        HttpHead head = HttpHead.read(stream("PUT /b/k HTTP/1.1\r\nHost:  h:1\r\nEXPECT: 100-Continue\r\nX: y\r\n\r\n"))
                .orElseThrow();

        assertThat(head.has("Expect", "100-continue")).isTrue();
        assertThat(new String(head.without("Expect").bytes(), StandardCharsets.US_ASCII))
                .isEqualTo("PUT /b/k HTTP/1.1\r\nHost:  h:1\r\nX: y\r\n\r\n");
    }

    @Test
    void seesTheEndOfAConnectionBetweenMessages() throws IOException {
        assertThat(HttpHead.read(stream(""))).isEmpty();
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
