package dev.pinflow.streams.answers;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where logs end and how far they were read. Called by one thread. All methods may throw what Kafka's clients throw;
 * asking again later may help.
 */
interface Offsets extends AutoCloseable {
    /**
     * The offsets after the last record of all partitions of the topics, whether its transaction has ended or not: a
     * record that was committed before the call lies before them even where an older transaction is still open.
     */
    Map<TopicPartition, Long> ends(Collection<String> topics);

    /** The offsets that the live answers' consumer group has committed. */
    Map<TopicPartition, Long> consumed();

    /**
     * Whether nothing is left to read between two offsets of each partition: no record of a committed transaction, only
     * the ends of transactions and what aborted ones left behind, and no transaction that is still open.
     *
     * @param gaps the partitions that were not read to the end yet
     */
    boolean nothingLeft(Map<TopicPartition, Gap> gaps);

    @Override
    void close();

    /**
     * @param from the next offset to read
     * @param to the offset to be reached
     */
    record Gap(long from, long to) {}
}
