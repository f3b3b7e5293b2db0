package dev.pinflow.connect.rds.reading;

/** Makes record values of rows. */
@FunctionalInterface
public interface RowFormat {
    /** A decoder for the rows of one table over one connection. */
    RowDecoder decoder(TableShape table);
}
