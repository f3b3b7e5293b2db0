package dev.pinflow.streams.answers;

import dev.pinflow.contract.report.Report;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * Counts the members of groups, and forwards a group's {@link GroupTop} when the group's rows change. All members of a
 * group are read again only when its last leader loses a post.
 */
final class CountProcessor implements FixedKeyProcessor<byte[], byte[], byte[]> {
    private FixedKeyProcessorContext<byte[], byte[]> context;
    private KeyValueStore<Bytes, Long> members;
    private KeyValueStore<Bytes, byte[]> tops;

    @Override
    public void init(FixedKeyProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.members = context.getStateStore(AnswersTopology.MEMBERS);
        this.tops = context.getStateStore(AnswersTopology.TOPS);
    }

    @Override
    public void process(FixedKeyRecord<byte[], byte[]> record) {
        Change change = Change.of(record.value());
        Bytes memberKey = GroupKey.memberKey(record.key(), change.member());
        Long counted = members.get(memberKey);
        long before = counted == null ? 0 : counted;
        long after = before + change.by();
        members.put(memberKey, after == 0 ? null : after);

        Bytes groupKey = Bytes.wrap(record.key());
        byte[] stored = tops.get(groupKey);
        GroupTop top = stored == null ? GroupTop.EMPTY : GroupTop.of(stored);
        GroupTop changed = GroupKey.of(record.key()).report() == Report.USERS_JOINED_BY_YEAR
                ? withMember(top, before, after)
                : withCount(record.key(), top, before, after);
        if (!changed.equals(top)) {
            tops.put(groupKey, changed.equals(GroupTop.EMPTY) ? null : changed.bytes());
            // The changes come from several tasks, whose clocks differ; a table's time does not go back.
            context.forward(record.withValue(changed.bytes()).withTimestamp(context.currentSystemTimeMs()));
        }
    }

    /** The figure is how many members there are. */
    private static GroupTop withMember(GroupTop top, long before, long after) {
        long came = before <= 0 && after > 0 ? 1 : 0;
        long went = before > 0 && after <= 0 ? 1 : 0;
        return new GroupTop(top.figure() + came - went, 0);
    }

    /** The figure is the highest count. */
    private GroupTop withCount(byte[] group, GroupTop top, long before, long after) {
        if (after > top.figure()) {
            return new GroupTop(after, 1);
        }
        if (after > 0 && after == top.figure() && after > before) {
            return new GroupTop(after, top.ties() + 1);
        }
        if (before > 0 && before == top.figure() && after < before) {
            return top.ties() > 1 ? new GroupTop(top.figure(), top.ties() - 1) : scanned(group);
        }
        return top;
    }

    private GroupTop scanned(byte[] group) {
        long figure = 0;
        long ties = 0;
        try (KeyValueIterator<Bytes, Long> all =
                members.prefixScan(GroupKey.memberPrefix(group), new BytesSerializer())) {
            while (all.hasNext()) {
                KeyValue<Bytes, Long> member = all.next();
                if (member.value > figure) {
                    figure = member.value;
                    ties = 1;
                } else if (member.value == figure) {
                    ties++;
                }
            }
        }
        return figure == 0 ? GroupTop.EMPTY : new GroupTop(figure, ties);
    }
}
