package dev.pinflow.contract.cleaning;

import java.util.Locale;

/** Why a record is rejected. The codes stand in record headers and metrics and never change their meaning. */
public enum RejectReason {
    /** The record has no value. */
    NULL_VALUE,
    /** The bytes are not one JSON text in UTF-8 (NaN and Infinity are no JSON), or exceed the parser's limits. */
    NOT_JSON,
    /** The JSON text is something else than one object, wrapped at most once in an array and once in a string. */
    NOT_AN_OBJECT,
    /** One object names the same member twice, so that its meaning depends on the reader. */
    DUPLICATE_MEMBER,
    /** The record lacks a required member and has members of another entity. */
    WRONG_ENTITY,
    /** A required member is absent, null, blank or a sentinel. */
    MISSING_MEMBER,
    /** A required member cannot be read as what it must be. */
    WRONG_KIND,
    /** The post index is negative or above 2^31-1. */
    OUT_OF_RANGE;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The reason in headers, metrics and reports, such as {@code missing-member}. */
    public String code() {
        return code;
    }
}
