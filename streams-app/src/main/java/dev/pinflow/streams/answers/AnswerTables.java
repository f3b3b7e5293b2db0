package dev.pinflow.streams.answers;

import dev.pinflow.contract.report.Report;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** The global tables of a Kafka Streams instance that runs an {@link AnswersTopology}. Thread-safe. */
public final class AnswerTables {
    private final KafkaStreams streams;

    public AnswerTables(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * How far the tables have read their topics: the offset after the last record, of the partitions that have one.
     *
     * @throws AnswersUnavailableException when the tables cannot be read now
     */
    public Map<TopicPartition, Long> positions() {
        Map<TopicPartition, Long> positions = new HashMap<>();
        Report.LIVE.forEach(report -> positions.putAll(table(report).positions()));
        return positions;
    }

    /** @throws AnswersUnavailableException when the table cannot be read now */
    AnswerTable table(Report report) {
        if (!Report.LIVE.contains(report)) {
            throw new IllegalArgumentException(report.id() + " is no live answer.");
        }
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(AnswersTopology.table(report), new AnswerTableType()));
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new AnswersUnavailableException(
                    "The live answers cannot be read while this instance is in the state " + streams.state()
                            + ": ask again later.",
                    e);
        }
    }
}
