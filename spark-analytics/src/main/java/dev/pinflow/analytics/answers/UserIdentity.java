package dev.pinflow.analytics.answers;

/** What makes two user records one user. */
public enum UserIdentity {
    /** The same name, age and time of joining. */
    FULL,
    /** The same name alone; namesakes become one. */
    NAME
}
