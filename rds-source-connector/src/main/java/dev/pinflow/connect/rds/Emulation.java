package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.MissingRow;
import dev.pinflow.connect.rds.reading.PostingDatabase;
import dev.pinflow.connect.rds.reading.PostingRows;
import dev.pinflow.connect.rds.record.PostingRecords;
import dev.pinflow.connect.rds.sampling.KeyRange;
import dev.pinflow.connect.rds.sampling.PostingOrder;
import dev.pinflow.connect.rds.schedule.Pacer;
import dev.pinflow.connect.rds.schedule.Rest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes postings as they come due, reads their rows and makes records of them. For one thread. */
final class Emulation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Emulation.class);
    private static final long[] NONE = {};

    private final PostingSourceConfig config;
    private final TaskMetrics metrics;
    private final Strides strides;
    private final Rest rest;
    private final Pacer pacer;
    private final PostingDatabase database;
    private final PostingRecords maker;
    private Optional<PostingOrder> order = Optional.empty();

    /** Postings that have been taken but not emitted, because the database failed. */
    private long[] taken = NONE;

    Emulation(PostingSourceConfig config, Strides strides, Rest rest, TaskMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
        this.strides = strides;
        this.rest = rest;
        this.pacer = config.schedule().pacer(strides.share(), rest);
        this.database = new PostingDatabase(
                config.database(), config.tables().tables(), config.records().rowFormat());
        this.maker = new PostingRecords(config.records(), config.tableNames(), config.sampling());
    }

    /**
     * The records of the next postings, none if none is due within a fifth of a second.
     *
     * @throws SQLException if the database failed; the same postings come with a later call then
     */
    List<SourceRecord> next() throws SQLException, InterruptedException {
        if (order.isEmpty()) {
            order = Optional.of(begin());
        }
        if (taken.length == 0) {
            taken = take(Math.min(order.get().length(), config.schedule().limit()));
        }
        if (taken.length == 0) {
            return List.of();
        }
        long[] positions = Arrays.stream(taken).map(order.get()::positionOf).toArray();
        List<SourceRecord> records = records(positions, database.read(positions));
        taken = NONE;
        return records;
    }

    private PostingOrder begin() throws SQLException {
        KeyRange keys = database.keyRange();
        LOG.info(
                "Emulation {} goes on at posting {} over the keys {} to {}",
                config.records().topicPrefix(),
                strides.peek(),
                keys.min(),
                keys.max());
        return config.sampling().order(keys);
    }

    private long[] take(long limit) throws InterruptedException {
        if (strides.peek() >= limit) {
            reportCompletion();
            rest.await(Pacer.SLICE_NANOS);
            return NONE;
        }
        int due = pacer.await(config.tables().batchPostings());
        long[] postings = new long[due];
        int count = 0;
        while (count < due && strides.peek() < limit) {
            postings[count++] = strides.take();
        }
        return Arrays.copyOf(postings, count);
    }

    private List<SourceRecord> records(long[] positions, PostingRows rows) {
        int tables = config.tables().tables().size();
        List<SourceRecord> records = new ArrayList<>(positions.length * tables);
        long now = System.currentTimeMillis();
        for (int i = 0; i < positions.length; i++) {
            int found = rows.tablesWith(positions[i]);
            if (found == tables) {
                maker.add(records, strides, taken[i], positions[i], rows, now);
                metrics.countEmitted();
            } else if (found == 0) {
                metrics.countEmpty();
            } else {
                refuse(taken[i], positions[i], rows);
            }
        }
        return records;
    }

    private void refuse(long posting, long position, PostingRows rows) {
        metrics.countIncomplete();
        List<String> names = config.tableNames();
        List<String> missing = new ArrayList<>();
        for (int table = 0; table < names.size(); table++) {
            if (!rows.has(table, position)) {
                missing.add(config.tables().tables().get(table).table());
            }
        }
        String message =
                "Posting " + posting + " with key " + position + " has no row in " + String.join(", ", missing);
        if (config.tables().onMissingRow() == MissingRow.FAIL) {
            throw new ConnectException(message + ". Add the row, or set on.missing.row to skip.");
        }
        LOG.debug("{}: skipped", message);
    }

    private void reportCompletion() {
        if (metrics.setComplete()) {
            LOG.info(
                    "Emulation {} is complete: {} postings emitted since its first start; since this start {} keys "
                            + "without a row, {} postings skipped because a table lacked their row",
                    config.records().topicPrefix(),
                    strides.posted(),
                    metrics.empty(),
                    metrics.incomplete());
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
