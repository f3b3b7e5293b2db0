package dev.pinflow.connect.s3.upload;

/** What must hold for an object to be written. */
sealed interface Condition {
    /** Nothing lies under the key. */
    record Absent() implements Condition {}

    /** What lies under the key still has this tag. */
    record Unchanged(String tag) implements Condition {}

    /** Whatever is there. */
    record None() implements Condition {}

    /** The value of {@code If-None-Match}; null for no such header. */
    default String ifNoneMatch() {
        return this instanceof Absent ? "*" : null;
    }

    /** The value of {@code If-Match}; null for no such header. */
    default String ifMatch() {
        return this instanceof Unchanged unchanged ? unchanged.tag() : null;
    }
}
