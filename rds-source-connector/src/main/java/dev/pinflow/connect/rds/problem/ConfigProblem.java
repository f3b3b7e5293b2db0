package dev.pinflow.connect.rds.problem;

/**
 * Something about a configuration that its user has to mend.
 *
 * @param key the option that mends it
 * @param message what is wrong and the way out, in a sentence or two; never with a secret
 */
public record ConfigProblem(String key, String message) {}
