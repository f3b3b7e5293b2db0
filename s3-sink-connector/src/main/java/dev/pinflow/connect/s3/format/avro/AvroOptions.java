package dev.pinflow.connect.s3.format.avro;

/**
 * How Connect schemas become Avro schemas.
 *
 * @param connectMetadata whether schemas carry {@code connect.*} properties
 * @param enhanced whether strings with an Avro enum's symbols in their parameters become that enum
 * @param optionalMapKeys whether maps with optional text keys are Avro maps, and not lists of entries
 * @param schemas how many schemas' preparations are kept at most
 */
public record AvroOptions(boolean connectMetadata, boolean enhanced, boolean optionalMapKeys, int schemas) {}
