package dev.pinflow.connect.rds.connection;

/** What to say when the driver's classes are not there. */
final class MissingDriver {
    static final String MESSAGE =
            "The MySQL driver is missing: put mysql-connector-j's jar into the connector's plugin "
                    + "folder, beside rds-source-connector's, on every worker, then restart the worker.";

    private MissingDriver() {}
}
