package dev.pinflow.cli.seed;

/** A row and the line that it stood on, from 1. */
record NumberedRow(int line, TableRow row) {
    long index() {
        return row.index();
    }
}
