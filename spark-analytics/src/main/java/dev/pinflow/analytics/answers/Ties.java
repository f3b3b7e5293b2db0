package dev.pinflow.analytics.answers;

/** What becomes of equals at the top of a group. */
public enum Ties {
    /** All of them are answers. */
    ALL,
    /** Only the first in the report's order is. */
    FIRST
}
