package dev.pinflow.connect.rds.reading;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.util.List;

/**
 * What the database says about a configuration.
 *
 * @param problems all that are wrong
 * @param tables ready entries for the option {@code tables}, {@code name:table:key column}, one for each table that has
 *     an integer column
 * @param columns ready entries for the option {@code columns}, {@code name.column}, one for each column of the configured
 *     tables
 */
public record DatabaseFindings(List<ConfigProblem> problems, List<String> tables, List<String> columns) {
    static DatabaseFindings problem(ConfigProblem problem) {
        return new DatabaseFindings(List.of(problem), List.of(), List.of());
    }
}
