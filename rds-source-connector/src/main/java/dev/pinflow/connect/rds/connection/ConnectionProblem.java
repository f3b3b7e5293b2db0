package dev.pinflow.connect.rds.connection;

import dev.pinflow.connect.rds.credentials.CredentialsConfig;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.retry.SqlFailure;
import java.sql.SQLException;
import org.apache.kafka.connect.errors.ConnectException;

/** Why a connection cannot be opened, in words for the one who configures the connector. */
public final class ConnectionProblem {
    private static final String NO_SUCH_DATABASE = "42000";
    private static final String ACCESS_DENIED = "28000";
    private static final int ACCESS_TO_DATABASE_DENIED = 1044;
    private static final int UNKNOWN_DATABASE = 1049;

    private ConnectionProblem() {}

    /** What a failure means, pinned on the option that mends it. */
    public static ConfigProblem of(DatabaseConfig database, SQLException failure) {
        String name = database.displayName();
        String reason = reason(failure);
        if (failure instanceof TlsFailure) {
            return new ConfigProblem(TlsConfig.MODE, name + ": " + failure.getMessage());
        }
        if (failure.getCause() instanceof ConnectException) {
            return new ConfigProblem(CredentialsConfig.PROVIDER_CLASS, failure.getMessage());
        }
        if (ACCESS_DENIED.equals(failure.getSQLState())) {
            return new ConfigProblem(
                    DatabaseConfig.USER,
                    name + " refuses the user: " + reason + ". Correct " + DatabaseConfig.USER + " or "
                            + DatabaseConfig.PASSWORD + ".");
        }
        if (failure.getErrorCode() == ACCESS_TO_DATABASE_DENIED) {
            return new ConfigProblem(
                    DatabaseConfig.USER,
                    name + " refuses the user: " + reason + ". Grant " + DatabaseConfig.USER
                            + " SELECT on the database's tables, or correct " + DatabaseConfig.URL + ".");
        }
        if (failure.getErrorCode() == UNKNOWN_DATABASE || NO_SUCH_DATABASE.equals(failure.getSQLState())) {
            return new ConfigProblem(
                    DatabaseConfig.URL,
                    "The server of " + DatabaseConfig.URL + " knows no such database: " + reason
                            + ". Correct the name after the last slash.");
        }
        String way = SqlFailure.of(failure) == SqlFailure.TRANSIENT
                ? "Check that the server runs and that host and port in " + DatabaseConfig.URL + " are right."
                : "Correct " + DatabaseConfig.URL + ".";
        return new ConfigProblem(DatabaseConfig.URL, "Cannot connect to " + name + ": " + reason + ". " + way);
    }

    /** What a failure that time does not mend means: a missing driver, or a provider that somebody must see to. */
    public static ConfigProblem of(DatabaseConfig database, ConnectException failure) {
        return failure.getCause() instanceof NoClassDefFoundError
                ? new ConfigProblem(
                        DatabaseConfig.URL,
                        DatabaseConfig.URL + ": " + database.displayName() + " cannot be asked: "
                                + failure.getMessage())
                : new ConfigProblem(CredentialsConfig.PROVIDER_CLASS, failure.getMessage());
    }

    /** The driver's first line and what lies at the bottom of it, which is what helps, such as a refused connection. */
    private static String reason(SQLException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String first = firstLine(failure);
        String last = firstLine(root);
        return first.contains(last) ? first : first + " (" + last + ")";
    }

    private static String firstLine(Throwable failure) {
        String message = String.valueOf(failure.getMessage()).strip();
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end).strip();
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }
}
