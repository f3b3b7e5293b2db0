package dev.pinflow.streams.answers;

import java.nio.ByteBuffer;

/**
 * What a group's answer rests on.
 *
 * @param figure the highest count of a member; where members themselves are counted, how many there are; 0 when the
 *     group is empty
 * @param ties how many members have the highest count
 */
record GroupTop(long figure, long ties) {
    static final GroupTop EMPTY = new GroupTop(0, 0);

    byte[] bytes() {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(figure).putLong(ties).array();
    }

    static GroupTop of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new GroupTop(buffer.getLong(), buffer.getLong());
    }
}
