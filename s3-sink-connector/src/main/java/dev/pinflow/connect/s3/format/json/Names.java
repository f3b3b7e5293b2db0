package dev.pinflow.connect.s3.format.json;

/**
 * Member names with what surrounds them, encoded once. Converters deliver the same few names with every record; names
 * beyond those that fit are encoded each time.
 */
final class Names {
    private static final int SLOTS = 1024;

    private final Name[] names = new Name[SLOTS];

    /** Writes {@code "name":}. */
    void write(String name, Line out) {
        int slot = (name.hashCode() * 0x9E3779B9) >>> 22;
        Name known = names[slot];
        if (known != null && known.text.equals(name)) {
            out.raw(known.encoded);
            return;
        }
        if (known == null) {
            names[slot] = new Name(name, encoded(name));
        }
        out.string(name);
        out.symbol(':');
    }

    /** {@code "name":}. */
    static byte[] encoded(String name) {
        Line line = new Line();
        line.string(name);
        line.symbol(':');
        return line.copy();
    }

    private static final class Name {
        final String text;
        final byte[] encoded;

        Name(String text, byte[] encoded) {
            this.text = text;
            this.encoded = encoded;
        }
    }
}
