package dev.pinflow.cli.seed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rows from the three files of a data folder. */
final class FolderPostSource extends PostSource {
    private final Map<SourceTable, RowFile> files;

    private FolderPostSource(Map<SourceTable, RowFile> files) {
        this.files = files;
    }

    static FolderPostSource check(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new SeedException(
                    folder + " is not a folder: give one that holds pin.jsonl, geo.jsonl and user.jsonl.");
        }
        Map<SourceTable, RowFile> files = new EnumMap<>(SourceTable.class);
        for (SourceTable table : SourceTable.values()) {
            if (!Files.isReadable(folder.resolve(table.fileName()))) {
                throw new SeedException(folder + " has no file " + table.fileName()
                        + " that can be read: put pin.jsonl, geo.jsonl and user.jsonl there.");
            }
        }
        for (SourceTable table : SourceTable.values()) {
            files.put(table, RowFile.check(folder.resolve(table.fileName()), table));
        }
        return new FolderPostSource(files);
    }

    @Override
    public long rows(SourceTable table) {
        return file(table).rows();
    }

    @Override
    public long incomplete() {
        Set<Long> indexes = new HashSet<>();
        files.values().forEach(file -> indexes.addAll(file.indexes()));
        return indexes.stream()
                .filter(index -> !files.values().stream().allMatch(file -> file.has(index)))
                .count();
    }

    @Override
    boolean has(SourceTable table, long index) {
        return file(table).has(index);
    }

    @Override
    Stream<TableRow> open(SourceTable table) {
        return file(table).open();
    }

    private RowFile file(SourceTable table) {
        return files.get(table);
    }
}
