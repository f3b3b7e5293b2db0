package dev.pinflow.connect.rds.retry;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import javax.net.ssl.SSLException;

/** What a database error means for the one who asked. */
public enum SqlFailure {
    /** Time may mend it: no connection, a time-out, a deadlock, a server that shuts down or is overloaded. */
    TRANSIENT,
    /** Someone must change something: credentials, privileges, names, types. */
    LASTING;

    /**
     * Errors of MySQL and MariaDB that pass although their SQLSTATE does not say so: too many connections of the user (1203,
     * 1226), no thread for a connection (1135), a lock not granted in time (1205), a statement that the server has forgotten
     * (1243) or must prepare anew (1615), a query that an administrator, a shutdown or a time limit ended (1317, 1969, 3024),
     * a connection that was killed (1927).
     */
    private static final Set<Integer> PASSING = Set.of(1135, 1203, 1205, 1226, 1243, 1317, 1615, 1927, 1969, 3024);

    /**
     * Judges by exception type, then by the SQLSTATE classes 08 (connection) and 40 (roll-back). A connection that breaks
     * while a cursor fetches has neither: the driver hides the network's own exception in one without a meaning (S1000).
     */
    public static SqlFailure of(SQLException failure) {
        Throwable cause = failure;
        while (cause != null) {
            boolean broken = cause instanceof IOException && !(cause instanceof SSLException);
            if (broken || (cause instanceof SQLException sql && isTransient(sql))) {
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
        return PASSING.contains(failure.getErrorCode())
                || (state != null && (state.startsWith("08") || state.startsWith("40")));
    }
}
