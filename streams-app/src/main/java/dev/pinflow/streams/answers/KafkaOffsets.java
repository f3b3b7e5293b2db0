package dev.pinflow.streams.answers;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/** The offsets of a Kafka cluster. */
final class KafkaOffsets implements Offsets {
    private static final long ANSWER_SECONDS = 30;

    private final Admin admin;
    private final String group;
    private final CommittedGaps gaps;

    /**
     * @param admin stays open when this is closed
     * @param group the live answers' consumer group
     */
    KafkaOffsets(Admin admin, String group, CommittedGaps gaps) {
        this.admin = admin;
        this.group = group;
        this.gaps = gaps;
    }

    @Override
    public Map<TopicPartition, Long> ends(Collection<String> topics) {
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        for (TopicDescription topic :
                answer(admin.describeTopics(topics).allTopicNames()).values()) {
            topic.partitions()
                    .forEach(partition ->
                            latest.put(new TopicPartition(topic.name(), partition.partition()), OffsetSpec.latest()));
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
                        .all())
                .forEach((partition, end) -> ends.put(partition, end.offset()));
        return ends;
    }

    @Override
    public Map<TopicPartition, Long> consumed() {
        Map<TopicPartition, OffsetAndMetadata> committed =
                answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        Map<TopicPartition, Long> consumed = new HashMap<>();
        committed.forEach((partition, offset) -> {
            if (offset != null) {
                consumed.put(partition, offset.offset());
            }
        });
        return consumed;
    }

    @Override
    public boolean nothingLeft(Map<TopicPartition, Gap> unread) {
        return gaps.areEmpty(unread);
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException(e.getCause().getMessage(), e.getCause());
        } catch (TimeoutException e) {
            throw new KafkaException("No broker answered within " + ANSWER_SECONDS + " s.", e);
        }
    }

    @Override
    public void close() {
        gaps.close();
    }
}
