package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.report.Report;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the rows of changed groups and sends them to the sink of their report. */
final class RowsProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(RowsProcessor.class);

    private final AnswersCounts counts;
    private final Set<Report> warned = EnumSet.noneOf(Report.class);
    private ProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Bytes, Long> members;

    RowsProcessor(AnswersCounts counts) {
        this.counts = counts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.members = context.getStateStore(AnswersTopology.MEMBERS);
    }

    @Override
    public void process(Record<byte[], byte[]> changed) {
        GroupKey group = GroupKey.of(changed.key());
        GroupTop top = GroupTop.of(changed.value());
        byte[] key = group.group().getBytes(UTF_8);
        int room = AnswersTopology.MAX_ANSWER_BYTES - key.length;
        if (room <= 0) {
            withhold(group, key.length);
            return;
        }
        Record<byte[], byte[]> answer = new Record<>(key, null, changed.timestamp(), new RecordHeaders());
        if (top.figure() > 0) {
            answer = withRows(answer, changed.key(), group, top, room);
        }
        counts.add(new AnswersCounts.Event.Published(group.report()), 1);
        context.forward(answer, AnswersTopology.sink(group.report()));
    }

    private Record<byte[], byte[]> withRows(
            Record<byte[], byte[]> answer, byte[] groupKey, GroupKey group, GroupTop top, int room) {
        AnswerRows rows = new AnswerRows(group, room);
        long leftOut;
        if (group.report() == Report.USERS_JOINED_BY_YEAR) {
            leftOut = rows.add(top.figure()) ? 0 : 1;
        } else {
            leftOut = top.ties() - addLeaders(rows, groupKey, top);
        }
        Record<byte[], byte[]> answered = answer.withValue(rows.closed());
        if (leftOut > 0) {
            answered.headers()
                    .add(AnswersTopology.LEFT_OUT_HEADER, Long.toString(leftOut).getBytes(UTF_8));
            reportLeftOut(group, leftOut);
        }
        return answered;
    }

    /** Adds the members with the highest count, in the order of the store, which is that of code points. */
    private long addLeaders(AnswerRows rows, byte[] groupKey, GroupTop top) {
        Bytes prefix = GroupKey.memberPrefix(groupKey);
        long added = 0;
        try (KeyValueIterator<Bytes, Long> all = members.prefixScan(prefix, new BytesSerializer())) {
            while (all.hasNext() && added < top.ties()) {
                KeyValue<Bytes, Long> member = all.next();
                if (member.value == top.figure()) {
                    byte[] key = member.key.get();
                    if (!rows.add(Arrays.copyOfRange(key, prefix.get().length, key.length), top.figure())) {
                        break;
                    }
                    added++;
                }
            }
        }
        return added;
    }

    private void withhold(GroupKey group, int bytes) {
        counts.add(new AnswersCounts.Event.Withheld(group.report()), 1);
        if (warned.add(group.report())) {
            LOG.warn(
                    "A group of {} is not published, because its name has {} bytes and a record {} at most; further ones are only counted",
                    group.report().id(),
                    bytes,
                    AnswersTopology.MAX_ANSWER_BYTES);
        }
    }

    private void reportLeftOut(GroupKey group, long rows) {
        counts.add(new AnswersCounts.Event.LeftOut(group.report()), rows);
        if (warned.add(group.report())) {
            LOG.warn(
                    "{} rows of a group of {} are left out, because a record has {} bytes at most; further ones are only counted",
                    rows,
                    group.report().id(),
                    AnswersTopology.MAX_ANSWER_BYTES);
        }
    }
}
