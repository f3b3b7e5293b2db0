package dev.pinflow.connect.rds.retry;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;

/** What a database error means for the one who asked. */
public enum SqlFailure {
    /** Time may mend it: no connection, a time-out, a deadlock, a server that shuts down or is overloaded. */
    TRANSIENT,
    /** Someone must change something: credentials, privileges, names, types. */
    LASTING;

    /** {@code Query execution was interrupted}, MySQL and MariaDB: an administrator or a shutdown killed it. */
    private static final int QUERY_INTERRUPTED = 1317;

    /** {@code Connection was killed}, MariaDB. */
    private static final int CONNECTION_KILLED = 1927;

    /**
     * Judges by exception type, then by the SQLSTATE classes 08 (connection) and 40 (roll-back). A connection that breaks
     * while a cursor fetches has neither: the driver hides the network's own exception in one without a meaning (S1000).
     */
    public static SqlFailure of(SQLException failure) {
        Throwable cause = failure;
        while (cause != null) {
            if (cause instanceof IOException || (cause instanceof SQLException sql && isTransient(sql))) {
                return TRANSIENT;
            }
            cause = cause.getCause();
        }
        return LASTING;
    }

    private static boolean isTransient(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        return (state != null && (state.startsWith("08") || state.startsWith("40")))
                || failure.getErrorCode() == QUERY_INTERRUPTED
                || failure.getErrorCode() == CONNECTION_KILLED;
    }
}
