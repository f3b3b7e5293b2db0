package dev.pinflow.streams.answers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.pinflow.contract.report.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the {@link AnswerTable} of one report up to date. Never fails: Kafka's global thread is not replaced. */
final class TableProcessor implements Processor<byte[], byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(TableProcessor.class);
    /** In UTF-8 alone: of other encodings the parser does not tell where a value lies. */
    private static final JsonFactory JSON =
            JsonFactory.builder().disable(JsonFactory.Feature.CHARSET_DETECTION).build();

    private final Report report;
    private final AnswersCounts counts;
    private ProcessorContext<Void, Void> context;
    private AnswerTable table;
    private boolean warned;

    TableProcessor(Report report, AnswersCounts counts) {
        this.report = report;
        this.counts = counts;
    }

    @Override
    public void init(ProcessorContext<Void, Void> context) {
        this.context = context;
        this.table = context.getStateStore(AnswersTopology.table(report));
    }

    @Override
    public void process(Record<byte[], byte[]> answer) {
        RecordMetadata origin = context.recordMetadata()
                .orElseThrow(() -> new IllegalStateException("A record from a source has an origin."));
        if (answer.key() != null) {
            put(new String(answer.key(), UTF_8), answer.value(), origin);
        }
        table.readUpTo(new TopicPartition(origin.topic(), origin.partition()), origin.offset() + 1);
    }

    private void put(String group, byte[] value, RecordMetadata origin) {
        try {
            table.put(group, value == null ? List.of() : rows(value));
        } catch (IOException | RuntimeException e) {
            counts.add(new AnswersCounts.Event.Foreign(report), 1);
            if (!warned) {
                warned = true;
                LOG.warn(
                        "The record {}-{} at offset {} is skipped, because it is no array of rows ({}); further ones are only counted",
                        origin.topic(),
                        origin.partition(),
                        origin.offset(),
                        e.getMessage());
            }
        }
    }

    /** The objects of the array, character for character. */
    private static List<String> rows(byte[] array) throws IOException {
        List<String> rows = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array)) {
            require(parser.nextToken() == JsonToken.START_ARRAY);
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                require(parser.currentToken() == JsonToken.START_OBJECT);
                int from = (int) parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                int to = (int) parser.currentLocation().getByteOffset();
                rows.add(new String(array, from, to - from, UTF_8));
            }
        }
        return List.copyOf(rows);
    }

    private static void require(boolean asExpected) throws IOException {
        if (!asExpected) {
            throw new IOException("not an array of objects");
        }
    }
}
