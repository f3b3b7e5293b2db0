/**
 * Fills the three source tables of a MySQL or MariaDB database with sample posts or with rows from files.
 *
 * <p>Start at {@link dev.pinflow.cli.seed.DatabaseSeeder}; {@link dev.pinflow.cli.seed.SeedCommand} is its command.
 */
package dev.pinflow.cli.seed;
