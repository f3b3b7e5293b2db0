package dev.pinflow.cli.sample;

/** One post: the three rows that share its index. */
public record Post(PinRow pin, GeoRow geo, UserRow user) {}
