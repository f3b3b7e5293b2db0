package dev.pinflow.connect.s3.format;

/**
 * One of the objects that share a name.
 *
 * @param suffix what tells it from the others, between name and extension: empty for values, {@code .keys}, {@code
 *     .headers}
 */
public record ObjectPart(String suffix, RecordFormat format) {
    /** The object's key. */
    public String key(String base) {
        return base + suffix + format.extension();
    }
}
