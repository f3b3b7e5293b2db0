package dev.pinflow.connect.s3.format.compression;

import java.util.Arrays;
import java.util.Optional;

/** Compression of whole objects: values of {@code s3.compression.type}. */
public enum Compression {
    NONE("none", ""),
    /** Read everywhere, but slow; an open object holds some 260 KiB of native memory. */
    GZIP("gzip", ".gz"),
    /** Several times faster at the size of gzip, in plain Java; not every reader knows it. */
    ZSTD("zstd", ".zst");

    private final String configured;
    private final String extension;

    Compression(String configured, String extension) {
        this.configured = configured;
        this.extension = extension;
    }

    /** The compression that {@code s3.compression.type} names, if it is one of these. */
    public static Optional<Compression> named(String name) {
        return Arrays.stream(values())
                .filter(compression -> compression.configured.equals(name))
                .findFirst();
    }

    /** The value of {@code s3.compression.type}. */
    public String configured() {
        return configured;
    }

    String extension() {
        return extension;
    }
}
