package dev.pinflow.cli.seed;

/** Told how a load comes along, from the loading thread. */
@FunctionalInterface
public interface SeedProgress {
    /** Tells nobody. */
    SeedProgress SILENT = (table, done, total) -> {};

    /**
     * Called after each batch, and once with 0 of 0 for a table without rows.
     *
     * @param done how many rows of the table were sent so far
     * @param total how many there will be
     */
    void loaded(SourceTable table, long done, long total);
}
