package dev.pinflow.streams.schemas;

/**
 * A schema as the registry knows it.
 *
 * @param subject the registry's name for the topic's values: {@code <topic>-value}
 * @param id the id that stands in the records' bytes
 */
public record RegisteredSchema(String subject, int id) {}
