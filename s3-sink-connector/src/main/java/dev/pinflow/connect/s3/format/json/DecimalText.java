package dev.pinflow.connect.s3.format.json;

/** How a Connect Decimal is written. */
public enum DecimalText {
    /** Base64 of the unscaled value: exact, but the scale must be known to the reader. */
    BASE64,
    /** A JSON number: readable, but readers that parse numbers as doubles lose digits. */
    NUMERIC
}
