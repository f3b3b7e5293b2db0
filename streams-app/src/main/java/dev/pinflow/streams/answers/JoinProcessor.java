package dev.pinflow.streams.answers;

import dev.pinflow.contract.Entity;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Joins the three tables into posts, the latest record of each table and post winning, and forwards what a change of a
 * post changes in the counts: key = {@link GroupKey}, value = {@link Change}.
 */
final class JoinProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final Logger LOG = LoggerFactory.getLogger(JoinProcessor.class);

    private final Map<String, Entity> entities;
    private final Supplier<PartReader> readers;
    private final AnswersCounts counts;
    private final Set<String> warned = new HashSet<>();
    private ProcessorContext<byte[], byte[]> context;
    private PartReader reader;
    private KeyValueStore<Bytes, byte[]> posts;

    /** @param entities whose table each topic is */
    JoinProcessor(Map<String, Entity> entities, Supplier<PartReader> readers, AnswersCounts counts) {
        this.entities = entities;
        this.readers = readers;
        this.counts = counts;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        this.context = context;
        this.reader = readers.get();
        this.posts = context.getStateStore(AnswersTopology.POSTS);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        RecordMetadata origin = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record from a source has an origin."));
        Entity entity = entities.get(origin.topic());
        counts.add(new AnswersCounts.Event.Received(entity), 1);
        UnaryOperator<Post> part;
        try {
            part = reader.read(entity, origin.topic(), record.headers(), record.key(), record.value());
        } catch (UnreadableRecordException e) {
            skip(entity, origin, e);
            return;
        }
        change(Bytes.wrap(record.key()), part, record.timestamp());
    }

    private void change(Bytes key, UnaryOperator<Post> part, long timestamp) {
        byte[] stored = posts.get(key);
        Post before = stored == null ? Post.NONE : PostCodec.decode(stored);
        Post after = part.apply(before);
        if (after.equals(before)) {
            return;
        }
        posts.put(key, after.equals(Post.NONE) ? null : PostCodec.encode(after));
        Set<Membership> lost = Membership.of(before);
        Set<Membership> won = Membership.of(after);
        for (Membership membership : lost) {
            if (!won.contains(membership)) {
                forward(membership, (byte) -1, timestamp);
            }
        }
        for (Membership membership : won) {
            if (!lost.contains(membership)) {
                forward(membership, (byte) 1, timestamp);
            }
        }
    }

    /** Without the source's headers, which may be as large as its value. */
    private void forward(Membership membership, byte by, long timestamp) {
        byte[] change = new Change(by, membership.member().get()).bytes();
        context.forward(new Record<>(membership.group().bytes(), change, timestamp));
    }

    /** Warns once for each partition; a topic full of foreign records must not fill the log. */
    private void skip(Entity entity, RecordMetadata origin, UnreadableRecordException e) {
        counts.add(new AnswersCounts.Event.Unreadable(entity), 1);
        String partition = origin.topic() + "-" + origin.partition();
        String message = "The record {} at offset {} is skipped by the live answers: {}";
        if (warned.add(partition)) {
            LOG.warn(
                    message + "; further ones of this partition are only counted",
                    partition,
                    origin.offset(),
                    e.getMessage());
        } else {
            LOG.debug(message, partition, origin.offset(), e.getMessage());
        }
    }

    @Override
    public void close() {
        reader.close();
    }
}
