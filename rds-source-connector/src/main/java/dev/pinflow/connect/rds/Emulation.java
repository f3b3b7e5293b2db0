package dev.pinflow.connect.rds;

import dev.pinflow.connect.rds.delivery.Transactions;
import dev.pinflow.connect.rds.feed.BatchSize;
import dev.pinflow.connect.rds.feed.FeedOpener;
import dev.pinflow.connect.rds.feed.Posting;
import dev.pinflow.connect.rds.feed.PostingFeed;
import dev.pinflow.connect.rds.metrics.TaskMetrics;
import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.MissingRow;
import dev.pinflow.connect.rds.reading.PostingTable;
import dev.pinflow.connect.rds.reading.TablesConfig;
import dev.pinflow.connect.rds.record.PostingRecords;
import dev.pinflow.connect.rds.schedule.EventClock;
import dev.pinflow.connect.rds.schedule.Pacer;
import dev.pinflow.connect.rds.schedule.Rest;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until postings are due, reads them and makes records of them. For one thread. */
final class Emulation implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Emulation.class);

    private final PostingSourceConfig config;
    private final TaskMetrics metrics;
    private final Strides strides;
    private final Transactions transactions;
    private final Rest rest;
    private final Pacer pacer;
    private final EventClock clock;
    private final BatchSize batch;
    private final FeedOpener opener;
    private final PostingRecords maker;
    private Optional<PostingFeed> feed = Optional.empty();
    private boolean opened;
    private boolean complete;

    Emulation(PostingSourceConfig config, Strides strides, Transactions transactions, Rest rest, TaskMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
        this.strides = strides;
        this.transactions = transactions;
        this.rest = rest;
        this.pacer = config.schedule().pacer(strides.share(), rest);
        this.clock = config.schedule().clock();
        this.batch = new BatchSize(config.tables().batchPostings());
        this.opener = new FeedOpener(
                config.database(),
                config.tables(),
                config.records().rowFormat(),
                config.sampling(),
                config.schedule().limit(),
                pacer.isUnlimited());
        this.maker = new PostingRecords(config.records(), config.tableNames(), config.sampling());
    }

    /**
     * The records of the next postings, none if none is due within a fifth of a second.
     *
     * @throws SQLException if the database failed; the same postings come with a later call then
     */
    List<SourceRecord> next() throws SQLException, InterruptedException {
        if (complete) {
            rest.await(Pacer.SLICE_NANOS);
            return List.of();
        }
        if (strides.peek() >= config.schedule().limit()) {
            end();
            return List.of();
        }
        metrics.aim(pacer.targetPerSecond());
        if (feed.isPresent() && feed.get().isStale()) {
            close();
        }
        long[] mark = strides.mark();
        try {
            return next(open());
        } catch (SQLException | RuntimeException failure) {
            strides.reset(mark);
            close();
            throw failure;
        }
    }

    private PostingFeed open() throws SQLException {
        if (feed.isEmpty()) {
            feed = Optional.of(opener.open(strides));
            if (opened) {
                metrics.reconnected();
            }
            opened = true;
        }
        return feed.get();
    }

    private List<SourceRecord> next(PostingFeed from) throws SQLException, InterruptedException {
        if (strides.peek() >= from.length()) {
            end();
            return List.of();
        }
        int due = pacer.await(strides.peek(), batch.get());
        if (due == 0) {
            return List.of();
        }
        long start = System.nanoTime();
        long empty = from.empty();
        List<Posting> postings = from.next(due);
        long took = System.nanoTime() - start;
        batch.learn(due, took);
        metrics.queried(took);
        List<SourceRecord> records = records(postings, from);
        metrics.countEmpty(from.empty() - empty);
        return records;
    }

    private List<SourceRecord> records(List<Posting> postings, PostingFeed from) {
        List<SourceRecord> records =
                new ArrayList<>(postings.size() * config.tableNames().size());
        List<Schema> schemas = from.schemas();
        int emitted = 0;
        for (Posting posting : postings) {
            if (posting.isComplete()) {
                maker.add(
                        records,
                        strides,
                        posting,
                        schemas,
                        transactions.areDefinedHere(),
                        clock.millis(posting.number()));
                transactions.posted(records);
                emitted++;
            } else {
                refuse(posting);
            }
        }
        transactions.polled(records);
        metrics.countEmitted(emitted);
        return records;
    }

    private void refuse(Posting posting) {
        metrics.countIncomplete();
        List<String> missing = new ArrayList<>();
        for (int table = 0; table < posting.values().size(); table++) {
            PostingTable configured = config.tables().tables().get(table);
            if (posting.values().get(table) == null) {
                missing.add(configured.table());
            }
        }
        String message = "Posting " + posting.number() + " with key " + posting.position() + " has no row in "
                + String.join(", ", missing);
        if (config.tables().onMissingRow() == MissingRow.FAIL) {
            throw new ConnectException(message + ". Add the row, or set " + TablesConfig.ON_MISSING_ROW + " to skip.");
        }
        LOG.debug("{}: skipped", message);
    }

    /** The database is not needed any more. */
    private void end() {
        complete = true;
        close();
        metrics.aim(0);
        metrics.setComplete();
        LOG.info(
                "Emulation {} is complete: {} postings emitted since its first start; since this start {} keys "
                        + "without a row, {} postings skipped because a table lacked their row",
                config.records().topicPrefix(),
                strides.posted(),
                metrics.empty(),
                metrics.incomplete());
    }

    @Override
    public void close() {
        feed.ifPresent(PostingFeed::close);
        feed = Optional.empty();
    }
}
