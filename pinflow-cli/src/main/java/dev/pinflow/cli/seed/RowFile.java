package dev.pinflow.cli.seed;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** A checked file of rows. It is read twice: to find each index's last line, then to hand out just those lines. */
final class RowFile {
    private final Path path;
    private final SourceTable table;
    private final Map<Long, Integer> lastLines = new HashMap<>();

    private RowFile(Path path, SourceTable table) {
        this.path = path;
        this.table = table;
    }

    static RowFile check(Path path, SourceTable table) {
        RowFile file = new RowFile(path, table);
        try (RowLines lines = RowLines.open(path, table)) {
            lines.forEachRemaining(row -> file.lastLines.put(row.index(), row.line()));
        }
        return file;
    }

    long rows() {
        return lastLines.size();
    }

    Set<Long> indexes() {
        return lastLines.keySet();
    }

    boolean has(long index) {
        return lastLines.containsKey(index);
    }

    Stream<TableRow> open() {
        RowLines lines = RowLines.open(path, table);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(lines, Spliterator.ORDERED), false)
                .filter(row -> row.line() == lastLines.getOrDefault(row.index(), 0))
                .map(NumberedRow::row)
                .onClose(lines::close);
    }
}
