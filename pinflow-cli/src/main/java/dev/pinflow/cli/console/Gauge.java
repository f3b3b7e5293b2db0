package dev.pinflow.cli.console;

/**
 * One number that grows while a command works.
 *
 * @param label what is counted
 * @param count how many so far
 * @param total how many there will be; 0 when that is not known
 */
public record Gauge(String label, long count, long total) {}
