package dev.pinflow.cli.sample;

import java.time.LocalDateTime;

/**
 * A row of {@code geolocation_data}.
 *
 * @param ind the post's number, from 0
 * @param timestamp when it was posted, in UTC, whole seconds
 * @param latitude degrees in [-90, 90], at most six significant digits, so that a FLOAT column shows it unchanged
 * @param longitude degrees in [-180, 180], at most six significant digits
 */
public record GeoRow(int ind, LocalDateTime timestamp, float latitude, float longitude, String country) {}
