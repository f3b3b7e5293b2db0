package dev.pinflow.connect.rds.schedule;

/**
 * Options that are right by themselves but do not fit together.
 *
 * @param key the option that mends it
 * @param message names the option, the rule and the way out
 */
public record Conflict(String key, String message) {}
