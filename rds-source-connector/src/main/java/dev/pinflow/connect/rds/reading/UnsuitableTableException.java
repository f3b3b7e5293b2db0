package dev.pinflow.connect.rds.reading;

import org.apache.kafka.connect.errors.ConnectException;

/** A configured table is not there or not as it must be; the message names it and the way out. */
final class UnsuitableTableException extends ConnectException {
    private static final long serialVersionUID = 1L;

    UnsuitableTableException(PostingTable table, String problem) {
        super("'" + table + "' in " + TablesConfig.TABLES + ": " + problem);
    }
}
