package dev.pinflow.connect.rds.sampling;

/** Every position once, in ascending order. */
record Sweep(KeyRange keys) implements PostingOrder {
    @Override
    public long length() {
        return keys.size();
    }

    @Override
    public long positionOf(long posting) {
        return keys.min() + posting;
    }
}
