package dev.pinflow.cli.seed;

import dev.pinflow.cli.sample.SamplePosts;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where the rows to load come from. Each table has at most one row for an index. */
public abstract sealed class PostSource permits SamplePostSource, FolderPostSource {
    /** Rows of generated posts. */
    public static PostSource sample(SamplePosts posts) {
        return new SamplePostSource(posts);
    }

    /**
     * Rows from the files {@code pin.jsonl}, {@code geo.jsonl} and {@code user.jsonl} of a folder: UTF-8, one JSON
     * object a line with the table's columns as members, blank lines skipped. A later line for the same index replaces
     * the earlier.
     *
     * <p>All three files are read and checked here; later they are read again, so that no rows are kept in memory
     * but for one entry per index.
     *
     * <ul>
     *   <li>The key must be there, a whole number (also as text) in 0..2^31-1. Other columns may be missing or null and
     *       become NULL.
     *   <li>Text columns take text as it is, and the literal of a number or boolean; at most 65,535 bytes in UTF-8.
     *   <li>BIGINT columns take whole numbers of 64 bits, also as text.
     *   <li>DATETIME columns take the forms of the data contract, section 3; they are stored in UTC without fractions of
     *       a second, years 1000..9999.
     *   <li>FLOAT columns take numbers, also as text; the server rounds them to single precision.
     * </ul>
     *
     * @throws SeedException that names file and line, when a file is missing or a line breaks these rules
     */
    public static PostSource folder(Path folder) {
        return FolderPostSource.check(folder);
    }

    PostSource() {}

    /** How many rows a table gets. */
    public abstract long rows(SourceTable table);

    /** How many indexes have a row for some tables but not for all three, so that they cannot become a posting. */
    public abstract long incomplete();

    /** Whether a table gets a row for an index. */
    abstract boolean has(SourceTable table, long index);

    /** A table's rows, to be closed after use. */
    abstract Stream<TableRow> open(SourceTable table);
}
