package dev.pinflow.benchmarks.s3;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Passes on what follows a head. */
final class HttpBody {
    private static final int HEX = 16;
    private static final int NO_CONTENT = 204;
    private static final int NOT_MODIFIED = 304;

    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];

    HttpBody(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    void copyOfRequest(HttpHead request) throws IOException {
        if (request.has("Transfer-Encoding", "chunked")) {
            copyChunks();
        } else {
            copy(length(request).orElse(0L));
        }
        out.flush();
    }

    /** @return whether another message can follow on the connection */
    boolean copyOfAnswer(HttpHead answer, String method) throws IOException {
        int status = answer.status();
        boolean sized = true;
        if (!method.equals("HEAD") && status != NO_CONTENT && status != NOT_MODIFIED) {
            Optional<Long> length = length(answer);
            if (answer.has("Transfer-Encoding", "chunked")) {
                copyChunks();
            } else if (length.isPresent()) {
                copy(length.get());
            } else {
                in.transferTo(out);
                sized = false;
            }
        }
        out.flush();
        return sized && !answer.has("Connection", "close");
    }

    /** As its head tells it. */
    static Optional<Long> length(HttpHead head) {
        return head.header("Content-Length").map(Long::valueOf);
    }

    private void copy(long length) throws IOException {
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException("the connection was closed within a body");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }

    private void copyChunks() throws IOException {
        long size;
        do {
            String line = copyLine();
            int extension = line.indexOf(';');
            size = Long.parseLong(extension < 0 ? line : line.substring(0, extension), HEX);
            copy(size);
            if (size > 0) {
                copyLine();
            }
        } while (size > 0);
        while (!copyLine().isEmpty()) {
            // A trailer.
        }
    }

    private String copyLine() throws IOException {
        StringBuilder line = new StringBuilder();
        int next = in.read();
        while (next >= 0 && next != '\n') {
            line.append((char) next);
            next = in.read();
        }
        out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
        return line.toString().strip();
    }
}
