package dev.pinflow.contract;

/** The three kinds of record that make up one posting; the constant's topic suffix is also its table's role. */
public enum Entity {
    PIN("pin", "index"),
    GEO("geo", "ind"),
    USER("user", "ind");

    private final String suffix;
    private final String keyColumn;

    Entity(String suffix, String keyColumn) {
        this.suffix = suffix;
        this.keyColumn = keyColumn;
    }

    /** The last element of the entity's topic names: {@code pin}, {@code geo} or {@code user}. */
    public String suffix() {
        return suffix;
    }

    /** The member of a raw record that holds the post index. */
    public String keyColumn() {
        return keyColumn;
    }
}
