package dev.pinflow.connect.rds.reading;

/**
 * A column as the database describes it.
 *
 * @param name as written in the database
 * @param type what its values are
 * @param scale digits after the decimal point; 0 where there are none
 * @param nullable whether rows may lack a value
 */
public record Column(String name, ColumnType type, int scale, boolean nullable) {}
