package dev.pinflow.streams.answers;

import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.Report;
import dev.pinflow.contract.report.TextOrder;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** Reads the answers from the global tables of a running {@link AnswersTopology}. Thread-safe. */
public final class GlobalTableAnswers implements AnswerReader {
    private static final List<String> AGE_GROUPS =
            AgeBand.DEFAULTS.stream().map(AgeBand::label).toList();

    private final KafkaStreams streams;
    private final Supplier<Optional<Instant>> asOf;

    /**
     * @param streams runs an {@link AnswersTopology}
     * @param asOf yields the moment up to which the tables are complete, see {@link AsOf}
     */
    public GlobalTableAnswers(KafkaStreams streams, Supplier<Optional<Instant>> asOf) {
        this.streams = streams;
        this.asOf = asOf;
    }

    @Override
    public AnswerPage read(Report report) {
        // Before the rows: they may be newer than what is said of them, never older.
        Optional<Instant> complete = asOf.get();
        List<String> rows = table(report).rows().entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order(report)))
                .flatMap(group -> group.getValue().stream())
                .toList();
        return new AnswerPage(report, complete, rows);
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

    private AnswerTable table(Report report) {
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

    private static Comparator<String> order(Report report) {
        if (report == Report.CATEGORY_BY_AGE_GROUP) {
            return Comparator.comparingInt(AGE_GROUPS::indexOf);
        }
        return TextOrder.BY_CODE_POINT; // years have four digits
    }
}
