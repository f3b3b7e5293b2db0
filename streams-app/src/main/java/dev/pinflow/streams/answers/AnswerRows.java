package dev.pinflow.streams.answers;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.pinflow.contract.report.Report;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Builds the JSON array of one group's rows, as large as it may become. */
final class AnswerRows {
    private final int maxBytes;
    private final byte[] head;
    private final byte[] figureName;
    private final byte[] memberName;
    private final ByteArrayOutputStream array = new ByteArrayOutputStream();

    /** @param maxBytes how large the array may become, in bytes */
    AnswerRows(GroupKey group, int maxBytes) {
        this.maxBytes = maxBytes;
        List<String> columns = group.report().columns();
        this.head = utf8("{\"" + columns.get(0) + "\":" + quotedGroup(group));
        this.memberName = utf8(",\"" + columns.get(1) + "\":");
        this.figureName = utf8(",\"" + columns.get(columns.size() - 1) + "\":");
        array.write('[');
    }

    /** Adds a row that has a member; false when it does not fit, and the array is as before. */
    boolean add(byte[] member, long figure) {
        byte[] text = JsonStringEncoder.getInstance().quoteAsUTF8(new String(member, StandardCharsets.UTF_8));
        byte[] tail = utf8("\"" + new String(figureName, StandardCharsets.UTF_8) + figure + "}");
        return append(head, memberName, new byte[] {'"'}, text, tail);
    }

    /** Adds a row without a member; false when it does not fit, and the array is as before. */
    boolean add(long figure) {
        return append(head, figureName, utf8(figure + "}"));
    }

    private boolean append(byte[]... pieces) {
        boolean first = array.size() == 1;
        long size = array.size() + (first ? 1L : 2L);
        for (byte[] piece : pieces) {
            size += piece.length;
        }
        if (size > maxBytes) {
            return false;
        }
        if (!first) {
            array.write(',');
        }
        for (byte[] piece : pieces) {
            array.writeBytes(piece);
        }
        return true;
    }

    /** The array; nothing can be added any more. */
    byte[] closed() {
        array.write(']');
        return array.toByteArray();
    }

    private static String quotedGroup(GroupKey group) {
        if (group.report() == Report.CATEGORY_BY_YEAR || group.report() == Report.USERS_JOINED_BY_YEAR) {
            return group.group();
        }
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsUTF8(group.group()), StandardCharsets.UTF_8)
                + "\"";
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
