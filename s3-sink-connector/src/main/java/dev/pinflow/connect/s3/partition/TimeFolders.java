package dev.pinflow.connect.s3.partition;

import java.util.Arrays;
import org.apache.kafka.connect.errors.DataException;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormatter;

/**
 * The folders of times: a time is set back to the begin of its bucket by the local clock, then shown in a format. What
 * was found for recent buckets is kept, as times follow each other closely. Used from one thread only.
 */
final class TimeFolders {
    private static final int SLOTS = 64;
    private static final long DAY = 86_400_000;

    private final DateTimeFormatter format;
    private final DateTimeZone zone;
    private final long duration;

    /** Per slot a span of times, the end excluded, that have one offset from UTC and the same folder. */
    private final long[] from = new long[SLOTS];

    private final long[] until = new long[SLOTS];
    private final String[] folders = new String[SLOTS];

    /**
     * @param format with zone and locale
     * @param duration width of a bucket in ms, at least 1
     */
    TimeFolders(DateTimeFormatter format, long duration) {
        this.format = format;
        this.zone = format.getZone();
        this.duration = duration;
        Arrays.fill(folders, "");
    }

    /** @throws DataException when the time is too far from today */
    String of(long time) {
        int slot = (int) Math.floorDiv(time, duration) & (SLOTS - 1);
        if (time < from[slot] || time >= until[slot]) {
            find(slot, time);
        }
        return folders[slot];
    }

    private void find(int slot, long time) {
        try {
            long offset = zone.getOffset(time);
            long localBegin = Math.multiplyExact(Math.floorDiv(Math.addExact(time, offset), duration), duration);
            String folder = format.print(zone.convertLocalToUTC(localBegin, false));
            keep(slot, time, localBegin - offset);
            folders[slot] = folder;
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw new DataException(
                    "The record's time is " + time + " ms since 1970, which is too far away for path.format: set"
                            + " timestamp.extractor or timestamp.field so that they deliver milliseconds",
                    e);
        }
    }

    /** Notes the part of the bucket that has the offset of this time, looking back a day at most. */
    private void keep(int slot, long time, long begin) {
        long first = Math.max(begin, Math.subtractExact(time, Math.min(duration, DAY)));
        long transition = zone.nextTransition(first);
        while (transition > first && transition <= time) {
            first = transition;
            transition = zone.nextTransition(first);
        }
        long end = duration > Long.MAX_VALUE - Math.max(begin, 0) ? Long.MAX_VALUE : begin + duration;
        from[slot] = first;
        until[slot] = transition > first ? Math.min(end, transition) : end;
    }
}
