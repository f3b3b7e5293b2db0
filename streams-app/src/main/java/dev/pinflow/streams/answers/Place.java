package dev.pinflow.streams.answers;

/**
 * Where and when a post was made.
 *
 * @param year the UTC year
 */
record Place(String country, int year) {}
