package dev.pinflow.cli.sample;

import java.time.LocalDateTime;

/**
 * A row of {@code user_data}.
 *
 * @param ind the post's number, from 0
 * @param age in years, 20..60
 * @param dateJoined in UTC, whole seconds, never after the post's timestamp
 */
public record UserRow(int ind, String firstName, String lastName, int age, LocalDateTime dateJoined) {}
