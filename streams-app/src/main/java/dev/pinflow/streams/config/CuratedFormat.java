package dev.pinflow.streams.config;

/** How curated records are written. */
public enum CuratedFormat {
    /** Confluent's wire format; the schemas lie in a registry. */
    AVRO,
    /** One line of JSON; needs no registry, and readers must know the schemas. */
    JSON
}
