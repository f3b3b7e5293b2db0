package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.report.Report;
import java.nio.ByteBuffer;
import org.apache.kafka.common.utils.Bytes;

/**
 * One group of one report, such as Albania of category-by-country.
 *
 * @param group the group's value as text
 */
record GroupKey(Report report, String group) {
    /** The question's number, then the group in UTF-8. */
    byte[] bytes() {
        byte[] text = group.getBytes(UTF_8);
        return ByteBuffer.allocate(1 + text.length)
                .put(question(report))
                .put(text)
                .array();
    }

    static GroupKey of(byte[] bytes) {
        return new GroupKey(report(bytes[0]), new String(bytes, 1, bytes.length - 1, UTF_8));
    }

    /** What the store keys of the group's members begin with, and of no other group's: its length goes first. */
    static Bytes memberPrefix(byte[] group) {
        return memberKey(group, new byte[0]);
    }

    static Bytes memberKey(byte[] group, byte[] member) {
        return Bytes.wrap(ByteBuffer.allocate(Integer.BYTES + group.length + member.length)
                .putInt(group.length)
                .put(group)
                .put(member)
                .array());
    }

    /** The numbers are in stores and topics: they never change. */
    private static byte question(Report report) {
        return switch (report) {
            case CATEGORY_BY_COUNTRY -> 4;
            case CATEGORY_BY_YEAR -> 5;
            case CATEGORY_BY_AGE_GROUP -> 7;
            case USERS_JOINED_BY_YEAR -> 9;
            case TOP_USER_BY_COUNTRY,
                    COUNTRY_OF_TOP_USER,
                    FOLLOWERS_BY_AGE_GROUP,
                    FOLLOWERS_BY_JOIN_YEAR,
                    FOLLOWERS_BY_JOIN_YEAR_AND_AGE_GROUP ->
                throw new IllegalArgumentException(report.id() + " is no live answer.");
        };
    }

    private static Report report(byte question) {
        return Report.LIVE.stream()
                .filter(report -> question(report) == question)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No live answer has the number " + question + "."));
    }
}
