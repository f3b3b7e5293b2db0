package dev.pinflow.connect.s3.format.json;

/** Writes values of one Connect schema, null included; what the schema decides is decided once. */
@FunctionalInterface
interface SchemaJson {
    /** @throws RuntimeException when the value is not one of the schema's */
    void write(Object value, Line out);
}
