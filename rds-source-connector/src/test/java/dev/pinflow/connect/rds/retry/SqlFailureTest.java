package dev.pinflow.connect.rds.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SqlFailureTest {
    @ParameterizedTest
    @MethodSource
    void timeMends(SQLException failure) {
        assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.TRANSIENT);
    }

    static Stream<SQLException> timeMends() {
        return Stream.of(
                new SQLException("Communications link failure", "08S01"),
                new SQLException("Too many connections", "08004", 1040),
                new SQLException("Deadlock found", "40001", 1213),
                new SQLException("Query execution was interrupted", "70100", 1317),
                new SQLException("Connection was killed", "70100", 1927),
                new SQLException("User app already has more than 'max_user_connections'", "42000", 1203),
                new SQLException("Lock wait timeout exceeded", "HY000", 1205),
                new SQLException("max_statement_time exceeded", "70100", 1969),
                new SQLTimeoutException("late"),
                new SQLRecoverableException("gone"),
                new SQLException("Communications link failure", "S1000", new EOFException("connection lost")),
                new SQLException("outer", new SQLException("inner", "08003")));
    }

    @ParameterizedTest
    @MethodSource
    void timeDoesNotMend(SQLException failure) {
        assertThat(SqlFailure.of(failure)).isEqualTo(SqlFailure.LASTING);
    }

    static Stream<SQLException> timeDoesNotMend() {
        return Stream.of(
                new SQLException("without a state"),
                new SQLException("Access denied", "28000", 1045),
                new SQLSyntaxErrorException("Table doesn't exist", "42S02", 1146),
                new SQLException("Out of range", "22003"));
    }
}
