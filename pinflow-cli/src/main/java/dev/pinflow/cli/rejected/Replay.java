package dev.pinflow.cli.rejected;

import dev.pinflow.cli.console.Gauge;
import dev.pinflow.cli.console.Progress;
import java.util.ArrayList;
import java.util.List;

/** One run of a replay: takes the selected records one after the other and writes them in transactions. */
final class Replay {
    private static final int BATCH_RECORDS = 500;
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final ReplayPlan plan;
    private final RawTopicWriter writer;
    private final long max;
    private final Progress progress;
    private final ReplayTally tally = new ReplayTally();
    private final List<RejectedRecord> batch = new ArrayList<>();
    private long batchBytes;
    private long taken;

    /** @param max how many records are replayed at most */
    Replay(ReplayPlan plan, RawTopicWriter writer, long max, Progress progress) {
        this.plan = plan;
        this.writer = writer;
        this.max = max;
        this.progress = progress;
    }

    /** Takes the next record; false when no more are wanted. */
    boolean take(RejectedRecord record) {
        Fate fate = plan.of(record);
        if (fate != Fate.REPLAYED) {
            tally.add(record, fate, true);
            return true;
        }
        batch.add(record);
        batchBytes += Math.max(0, record.content().serializedValueSize());
        if (batch.size() == BATCH_RECORDS || batchBytes >= BATCH_BYTES) {
            flush();
        }
        return ++taken < max;
    }

    /** Writes what is left. */
    ReplayTally finish() {
        flush();
        progress.finish(List.of(gauge()));
        return tally;
    }

    private void flush() {
        if (batch.isEmpty()) {
            return;
        }
        List<RejectedRecord> tooLarge = writer.write(batch);
        for (RejectedRecord record : batch) {
            tally.add(record, tooLarge.contains(record) ? Fate.TOO_LARGE : Fate.REPLAYED, plan.isCertain(record));
        }
        tooLarge.forEach(record -> progress.line("Too large for its raw topic: " + record.position()));
        batch.clear();
        batchBytes = 0;
        progress.show(List.of(gauge()));
    }

    private Gauge gauge() {
        return new Gauge("replayed", tally.count(Fate.REPLAYED), 0);
    }
}
