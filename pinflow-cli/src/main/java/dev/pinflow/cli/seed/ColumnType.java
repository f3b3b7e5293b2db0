package dev.pinflow.cli.seed;

/** The column types of the source tables. */
enum ColumnType {
    /** The post index, 0..2^31-1, one row each. */
    KEY("BIGINT NOT NULL PRIMARY KEY"),
    /** A whole number of 64 bits. */
    WHOLE_NUMBER("BIGINT"),
    /** At most 65,535 bytes in UTF-8, kept to the last space. */
    TEXT("TEXT"),
    /** A UTC date and time of whole seconds, bound as text so that no driver or session time zone can shift it. */
    DATE_TIME("DATETIME"),
    /** A number that the server keeps to single precision. */
    FLOAT("FLOAT");

    private final String sql;

    ColumnType(String sql) {
        this.sql = sql;
    }

    String sql() {
        return sql;
    }
}
