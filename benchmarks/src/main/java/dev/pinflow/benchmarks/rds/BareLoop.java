package dev.pinflow.benchmarks.rds;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The shortest program from the tables to topics: a streaming result set, a JSON generator, a producer with the settings
 * that a Connect worker gives its own. It stays when it is done, until it is told to end. Arguments: brokers, what topics
 * begin with, the database.
 */
final class BareLoop implements TableRows.Taker, Callback {
    /** As {@code Worker.baseProducerConfigs} of Kafka 4.3 sets them. */
    private static final Map<String, Object> LIKE_A_WORKER = Map.of(
            "acks", "all",
            "enable.idempotence", "false",
            "max.in.flight.requests.per.connection", "1",
            "max.block.ms", Long.toString(Long.MAX_VALUE),
            "delivery.timeout.ms", Integer.toString(Integer.MAX_VALUE));

    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
    private final JsonGenerator json;
    private boolean open;

    private BareLoop(Producer<byte[], byte[]> producer, String topic) throws IOException {
        this.producer = producer;
        this.topic = topic;
        this.json = JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .build()
                .createGenerator(bytes, JsonEncoding.UTF8);
        json.setRootValueSeparator(null);
    }

    public static void main(String[] arguments) throws SQLException, IOException, InterruptedException {
        Database database = Database.ofArguments(List.of(arguments).subList(2, arguments.length));
        Map<String, Object> settings = new HashMap<>(LIKE_A_WORKER);
        settings.put("bootstrap.servers", arguments[0]);
        try (Connection connection = database.connect();
                Producer<byte[], byte[]> producer =
                        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (PostTable table : PostTable.values()) {
                TableRows.read(connection, table, new BareLoop(producer, arguments[1] + "." + table.shortName()));
            }
            producer.flush();
            Thread.currentThread().join();
        }
    }

    @Override
    public void number(String column, long value) throws IOException {
        begin();
        json.writeNumberField(column, value);
    }

    @Override
    public void number(String column, float value) throws IOException {
        begin();
        json.writeNumberField(column, value);
    }

    @Override
    public void text(String column, String value) throws IOException {
        begin();
        json.writeStringField(column, value);
    }

    @Override
    public void time(String column, LocalDateTime value) throws IOException {
        begin();
        json.writeStringField(column, DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(value));
    }

    @Override
    public void end(long key) throws IOException {
        json.writeEndObject();
        json.flush();
        open = false;
        byte[] name = Long.toString(key).getBytes(StandardCharsets.US_ASCII);
        Future<RecordMetadata> unused = producer.send(new ProducerRecord<>(topic, name, bytes.toByteArray()), this);
        bytes.reset();
    }

    /** Ends the program: what is missing cannot be measured. */
    @Override
    public void onCompletion(RecordMetadata metadata, Exception failure) {
        if (failure != null) {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        }
    }

    private void begin() throws IOException {
        if (!open) {
            json.writeStartObject();
            open = true;
        }
    }
}
