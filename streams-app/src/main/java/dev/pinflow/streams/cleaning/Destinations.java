package dev.pinflow.streams.cleaning;

/**
 * Where a cleaned record goes.
 *
 * @param curatedTopic the topic behind the curated node; the schema's subject is derived from it
 * @param curatedNode the name of the sink node for curated records
 * @param rejectedNode the name of the sink node for rejected records
 */
record Destinations(String curatedTopic, String curatedNode, String rejectedNode) {}
