package dev.pinflow.benchmarks.s3;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The first line and the header lines of an HTTP 1.1 message.
 *
 * @param headers as they stand there
 */
record HttpHead(String first, List<String> headers) {
    /** The next message's, or nothing when the other side has closed the connection. */
    static Optional<HttpHead> read(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream(1024);
        int ending = 0;
        while (ending < 4) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the connection was closed within a head");
            }
            head.write(next);
            boolean expected = next == (ending % 2 == 0 ? '\r' : '\n');
            ending = expected ? ending + 1 : 0;
        }
        List<String> lines = head.toString(StandardCharsets.ISO_8859_1).lines().toList();
        return Optional.of(new HttpHead(lines.get(0), lines.subList(1, lines.size() - 1)));
    }

    Optional<String> header(String name) {
        String start = name + ":";
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    boolean has(String name, String value) {
        return header(name)
                .filter(given -> given.toLowerCase(Locale.ROOT).equals(value))
                .isPresent();
    }

    /** The same without a header. */
    HttpHead without(String name) {
        String start = name + ":";
        return new HttpHead(
                first,
                headers.stream()
                        .filter(line -> !line.regionMatches(true, 0, start, 0, start.length()))
                        .toList());
    }

    byte[] bytes() {
        StringBuilder text = new StringBuilder(first).append("\r\n");
        headers.forEach(line -> text.append(line).append("\r\n"));
        return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The method of a request, the version of an answer. */
    String word(int number) {
        return first.split(" ", 3)[number];
    }

    int status() {
        return Integer.parseInt(word(1));
    }
}
