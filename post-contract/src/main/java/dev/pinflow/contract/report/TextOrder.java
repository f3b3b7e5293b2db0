package dev.pinflow.contract.report;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;

/** The contract's order of text: by Unicode code point, which is the order of UTF-8 bytes, not of Java's chars. */
public final class TextOrder {
    public static final Comparator<String> BY_CODE_POINT = (left, right) ->
            Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));

    private TextOrder() {}
}
