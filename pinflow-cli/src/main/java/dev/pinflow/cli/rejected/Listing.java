package dev.pinflow.cli.rejected;

/** A form in which rejected records are printed on stdout. */
interface Listing {
    void add(RejectedRecord record);

    /** Prints what is left to print. */
    default void end() {}
}
