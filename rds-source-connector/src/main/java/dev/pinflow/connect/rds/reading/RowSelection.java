package dev.pinflow.connect.rds.reading;

import java.util.List;

/**
 * Which rows a cursor reads.
 *
 * @param from the first key, from which distances are counted too
 * @param to the last key
 * @param divisor what a key's distance from {@code from} is divided by; positive
 * @param remainders the remainders of the rows that are wanted; empty for every row
 */
public record RowSelection(long from, long to, int divisor, List<Integer> remainders) {}
