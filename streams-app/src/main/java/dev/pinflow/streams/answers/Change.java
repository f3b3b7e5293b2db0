package dev.pinflow.streams.answers;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * That a member of a group counts for one post more or less.
 *
 * @param by 1 or -1
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: bytes on their way through a topic.
record Change(byte by, byte[] member) {
    private static final byte VERSION = 1;
    private static final int HEADER_BYTES = 2;

    byte[] bytes() {
        return ByteBuffer.allocate(HEADER_BYTES + member.length)
                .put(VERSION)
                .put(by)
                .put(member)
                .array();
    }

    static Change of(byte[] bytes) {
        if (bytes.length < HEADER_BYTES || bytes[0] != VERSION) {
            throw new IllegalStateException(
                    "The live answers' internal topic was written by another version of this service: reset it with the verb reset.");
        }
        return new Change(bytes[1], Arrays.copyOfRange(bytes, HEADER_BYTES, bytes.length));
    }
}
