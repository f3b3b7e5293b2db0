package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.connect.s3.format.parquet.ParquetRowsOf;
import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.s3.S3Server;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

class S3SinkConnectorIT {
    private static final String CONNECTOR = "dev.pinflow.connect.s3.S3SinkConnector";
    private static final String CONFLUENT_FORMATS = "io.confluent.connect.s3.format.";
    private static final String BUCKET = "sink";
    private static final Path PLUGINS = Path.of(System.getProperty("plugin.folder", "target/plugins"));

    @TempDir
    private static Path folder;

    private static KafkaServer kafka;
    private static S3Server store;
    private static ConnectServer worker;
    private static ConnectRest rest;
    private static S3Client s3;

    @BeforeAll
    static void startServers() throws Exception {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        store = new S3Server(folder.resolve("s3"), 0);
        kafka.start();
        store.start();
        store.createBucket(BUCKET);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.address()))) {
            admin.createTopics(Stream.of("raw.pin", "again", "columns")
                            .map(topic -> new NewTopic(topic, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
        s3 = S3Client.builder()
                .endpointOverride(URI.create(store.address()))
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(store.accessKey(), store.secretKey())))
                .build();
        startWorker();
    }

    @AfterAll
    static void stopServers() {
        s3.close();
        worker.close();
        store.close();
        kafka.close();
    }

    @Test
    void writesCommittedBytesAsPostedTombstonesIncludedWithTheirHeadersAndTheTailOnSchedule() {
        try (Producer<String, String> producer = producer(Map.of("transactional.id", "raw"))) {
            producer.initTransactions();
            transaction(producer, true, "{\"a\" : 1}", "not json", null);
            transaction(producer, false, "aborted");
            transaction(producer, true, "four", "five");
        }
        rest.deploy(
                "raw",
                config(Map.ofEntries(
                        Map.entry("topics.regex", "raw\\..*"),
                        Map.entry("consumer.override.isolation.level", "read_committed"),
                        Map.entry("format.class", CONFLUENT_FORMATS + "bytearray.ByteArrayFormat"),
                        Map.entry("format.bytearray.extension", ".json"),
                        Map.entry("flush.size", "3"),
                        Map.entry("rotate.schedule.interval.ms", "1000"),
                        Map.entry("timezone", "UTC"),
                        Map.entry("tombstones.inline", "true"),
                        Map.entry("store.kafka.headers", "true"),
                        Map.entry("headers.format.class", CONFLUENT_FORMATS + "json.JsonFormat"))));
        String header = "{\"headers\":[{\"key\":\"h\",\"value\":\"v\"}]}\n";
        awaitObjects(
                "topics/raw.pin/",
                Map.of(
                        "topics/raw.pin/partition=0/raw.pin+0+0000000000.json",
                        "{\"a\" : 1}\nnot json\n\n",
                        "topics/raw.pin/partition=0/raw.pin+0+0000000000.headers.json",
                        header.repeat(3),
                        "topics/raw.pin/partition=0/raw.pin+0+0000000006.json",
                        "four\nfive\n",
                        "topics/raw.pin/partition=0/raw.pin+0+0000000006.headers.json",
                        header.repeat(2)));
        assertThat(metadata("topics/raw.pin/partition=0/raw.pin+0+0000000000.json"))
                .containsEntry("pinflow-records", "3")
                .containsEntry("pinflow-end-offset", "2");
        assertThat(metadata("topics/raw.pin/partition=0/raw.pin+0+0000000006.json"))
                .containsEntry("pinflow-records", "2")
                .containsEntry("pinflow-end-offset", "7");
    }

    @Test
    void repeatsNothingWhenTheConnectorOrTheWorkerStartsAgain() {
        Map<String, String> config = config(Map.of(
                "topics", "again",
                "format.class", CONFLUENT_FORMATS + "json.JsonFormat",
                "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                "value.converter.schemas.enable", "false",
                "flush.size", "2"));
        send("again", "{\"n\":0}", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}");
        rest.deploy("again", config);
        Map<String, String> expected = new HashMap<>(Map.of(
                "topics/again/partition=0/again+0+0000000000.json", "{\"n\":0}\n{\"n\":1}\n",
                "topics/again/partition=0/again+0+0000000002.json", "{\"n\":2}\n{\"n\":3}\n"));
        awaitObjects("topics/again/", expected);

        rest.delete("again");
        rest.deploy("again", config);
        send("again", "{\"n\":5}");
        expected.put("topics/again/partition=0/again+0+0000000004.json", "{\"n\":4}\n{\"n\":5}\n");
        awaitObjects("topics/again/", expected);

        worker.close();
        startWorker();
        rest.awaitRunning("again");
        send("again", "{\"n\":6}", "{\"n\":7}");
        expected.put("topics/again/partition=0/again+0+0000000006.json", "{\"n\":6}\n{\"n\":7}\n");
        awaitObjects("topics/again/", expected);
    }

    @Test
    void writesParquet() {
        String schema = "{\"type\":\"struct\",\"fields\":[{\"field\":\"ind\",\"type\":\"int32\"},"
                + "{\"field\":\"at\",\"type\":\"int64\",\"name\":\"org.apache.kafka.connect.data.Timestamp\"},"
                + "{\"field\":\"defects\",\"type\":\"array\",\"items\":{\"type\":\"string\"}}]}";
        String value = "{\"schema\":%s,\"payload\":{\"ind\":%d,\"at\":1600000000123,\"defects\":[\"x\"]}}";
        send("columns", value.formatted(schema, 1), value.formatted(schema, 2));
        rest.deploy(
                "columns",
                config(Map.of(
                        "topics", "columns",
                        "format.class", CONFLUENT_FORMATS + "parquet.ParquetFormat",
                        "value.converter", "org.apache.kafka.connect.json.JsonConverter",
                        "transforms", "place",
                        "transforms.place.type", "org.apache.kafka.connect.transforms.InsertField$Value",
                        "transforms.place.offset.field", "_offset",
                        "flush.size", "2")));
        String key = "topics/columns/partition=0/columns+0+0000000000.snappy.parquet";
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(NoSuchKeyException.class)
                .untilAsserted(() -> assertThat(objects("topics/columns/")).containsOnlyKeys(key));
        assertThat(ParquetRowsOf.file(bytes(key))).containsExactly("""
                ind: 1
                at: 1600000000123
                defects
                  list
                    element: x
                _offset: 0
                """, """
                ind: 2
                at: 1600000000123
                defects
                  list
                    element: x
                _offset: 1
                """);
    }

    @Test
    void isValidatedByTheWorkerWithAllProblemsAtOnce() throws Exception {
        Map<String, String> config = config(Map.of("topics", "x", "format.class", "csv", "flush.size", "0"));
        config.put("s3.compression.type", "lz4");
        config.put("name", "x");
        JsonNode answer = rest.validate(CONNECTOR, config);
        assertThat(answer.get("error_count").asInt()).as(answer.toString()).isEqualTo(3);
    }

    private static void startWorker() {
        worker = new ConnectServer(kafka.address(), PLUGINS, folder, 0);
        worker.start();
        rest = new ConnectRest(worker.address());
    }

    private static Map<String, String> config(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "connector.class",
                CONNECTOR,
                "storage.class",
                "io.confluent.connect.s3.storage.S3Storage",
                "s3.bucket.name",
                BUCKET,
                "store.url",
                store.address(),
                "aws.access.key.id",
                store.accessKey(),
                "aws.secret.access.key",
                store.secretKey(),
                "tasks.max",
                "1",
                "consumer.override.auto.offset.reset",
                "earliest"));
        config.putAll(more);
        return config;
    }

    private static void transaction(Producer<String, String> producer, boolean commit, String... values) {
        producer.beginTransaction();
        for (String value : values) {
            ProducerRecord<String, String> message = new ProducerRecord<>("raw.pin", 0, "k", value);
            message.headers().add("h", "v".getBytes(StandardCharsets.UTF_8));
            post(producer, message);
        }
        producer.flush();
        if (commit) {
            producer.commitTransaction();
        } else {
            producer.abortTransaction();
        }
    }

    private static void send(String topic, String... values) {
        try (Producer<String, String> producer = producer(Map.of())) {
            for (String value : values) {
                post(producer, new ProducerRecord<>(topic, 0, "k", value));
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a record that is missing shows up in the assertions
    private static void post(Producer<String, String> producer, ProducerRecord<String, String> message) {
        producer.send(message);
    }

    private static Producer<String, String> producer(Map<String, Object> more) {
        Map<String, Object> properties = new HashMap<>(more);
        properties.put("bootstrap.servers", kafka.address());
        return new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer());
    }

    private static void awaitObjects(String prefix, Map<String, String> expected) {
        await().atMost(Duration.ofSeconds(60))
                // The store lists an object a moment before it can be read.
                .ignoreExceptionsInstanceOf(NoSuchKeyException.class)
                .untilAsserted(() -> assertThat(objects(prefix)).containsExactlyInAnyOrderEntriesOf(expected));
    }

    private static Map<String, String> objects(String prefix) {
        Map<String, String> objects = new TreeMap<>();
        s3.listObjectsV2Paginator(request -> request.bucket(BUCKET).prefix(prefix))
                .contents()
                .forEach(object -> objects.put(object.key(), new String(bytes(object.key()), StandardCharsets.UTF_8)));
        return objects;
    }

    private static Map<String, String> metadata(String key) {
        return s3.headObject(request -> request.bucket(BUCKET).key(key)).metadata();
    }

    private static byte[] bytes(String key) {
        return s3.getObjectAsBytes(request -> request.bucket(BUCKET).key(key)).asByteArray();
    }
}
