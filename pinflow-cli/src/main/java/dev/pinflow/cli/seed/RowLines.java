package dev.pinflow.cli.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Reads a file of rows line by line; what is wrong with a line is told with file and line number. */
final class RowLines implements Iterator<NumberedRow>, AutoCloseable {
    private final Path path;
    private final RowParser parser;
    private final ByteLines lines;
    private Optional<NumberedRow> ahead = Optional.empty();

    private RowLines(Path path, RowParser parser, ByteLines lines) {
        this.path = path;
        this.parser = parser;
        this.lines = lines;
    }

    static RowLines open(Path path, SourceTable table) {
        try {
            return new RowLines(path, new RowParser(table), new ByteLines(Files.newInputStream(path)));
        } catch (IOException e) {
            throw new SeedException("Cannot open " + path + ": " + e.getMessage() + ".", e);
        }
    }

    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            ahead = read();
        }
        return ahead.isPresent();
    }

    @Override
    public NumberedRow next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        NumberedRow next = ahead.orElseThrow();
        ahead = Optional.empty();
        return next;
    }

    private Optional<NumberedRow> read() {
        try {
            Optional<byte[]> line = lines.next();
            while (line.isPresent() && isBlank(line.get())) {
                line = lines.next();
            }
            return line.map(bytes -> new NumberedRow(lines.number(), parser.parse(bytes)));
        } catch (InvalidRowException e) {
            throw new SeedException(path + ", line " + lines.number() + " " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new SeedException(
                    "Cannot read " + path + " after line " + lines.number() + ": " + e.getMessage() + ".", e);
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte each : line) {
            if (each != ' ' && each != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + path, e);
        }
    }
}
