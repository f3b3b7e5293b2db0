package dev.pinflow.streams.cleaning;

/**
 * Where a cleaned record goes.
 *
 * @param curatedTopic the topic behind the curated node; the schema's subject is derived from it
 * @param curatedNode the name of the sink node for curated records
 * @param curatedLimit how large a record that topic takes
 * @param rejectedNode the name of the sink node for rejected records
 * @param rejectedLimit how large a record the rejected topic takes
 */
record Destinations(
        String curatedTopic,
        String curatedNode,
        TopicLimit curatedLimit,
        String rejectedNode,
        TopicLimit rejectedLimit) {}
