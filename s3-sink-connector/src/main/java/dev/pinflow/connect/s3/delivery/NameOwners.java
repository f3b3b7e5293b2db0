package dev.pinflow.connect.s3.delivery;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Which topic partition writes under which name. Transforms may give two of them one name; then objects that start at
 * equal offsets would replace each other, which must not happen unnoticed.
 */
final class NameOwners {
    private final Map<TopicPartition, TopicPartition> owners = new HashMap<>();

    /**
     * Called for the first record of each object; tells whether it is the first of its name.
     *
     * @throws ConnectException when another topic partition writes under this name
     */
    boolean claim(SinkRecord first) {
        TopicPartition name = new TopicPartition(first.topic(), first.kafkaPartition());
        TopicPartition origin = RecordCoordinates.topicPartition(first);
        TopicPartition owner = owners.putIfAbsent(name, origin);
        if (owner != null && !owner.equals(origin)) {
            throw new ConnectException("Objects of " + owner + " and " + origin
                    + " would replace each other, since transforms name both " + name
                    + ": have the transforms keep the topics apart, or give each topic a connector with a topics.dir"
                    + " of its own");
        }
        return owner == null;
    }

    void release(Collection<TopicPartition> revoked) {
        owners.values().removeAll(revoked);
    }
}
