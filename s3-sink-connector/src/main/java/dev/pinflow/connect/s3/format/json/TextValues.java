package dev.pinflow.connect.s3.format.json;

/** What becomes of a value that the converter delivers as text or bytes: values of {@code json.text}. */
public enum TextValues {
    /** A JSON string, as Confluent's sink does: right for any text, but JSON text ends up encoded twice. */
    QUOTE,
    /** Its own line as it stands: the cheapest way for text that is JSON, which nothing checks. */
    VERBATIM
}
