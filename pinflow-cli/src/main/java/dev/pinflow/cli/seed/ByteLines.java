package dev.pinflow.cli.seed;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads lines as bytes, so that a byte that is no UTF-8 is found on its own line. Ends of lines are LF or CRLF; a byte
 * order mark at the beginning is dropped.
 */
final class ByteLines implements Closeable {
    /** Far above any row that fits the tables, so that a file of another kind does not fill the memory. */
    static final int LONGEST = 8 * 1024 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int number;

    ByteLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The next line, without its end; empty after the last. */
    Optional<byte[]> next() throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return Optional.empty();
        }
        number++;
        while (next >= 0 && next != '\n') {
            if (line.size() == LONGEST) {
                throw new InvalidRowException("is longer than " + LONGEST + " bytes: write one row a line");
            }
            line.write(next);
            next = in.read();
        }
        return Optional.of(withoutMarks(line.toByteArray()));
    }

    /** The number of the line that was read last, from 1. */
    int number() {
        return number;
    }

    private byte[] withoutMarks(byte[] bytes) {
        boolean orderMark = number == 1
                && bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        int from = orderMark ? 3 : 0;
        int to = bytes.length > from && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
        return Arrays.copyOfRange(bytes, from, to);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
