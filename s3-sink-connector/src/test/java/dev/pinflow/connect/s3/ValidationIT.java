package dev.pinflow.connect.s3;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker's REST API answers to configurations, whole and broken. */
class ValidationIT {
    private static final String PLUGIN = "S3SinkConnector";
    private static final String SECRET = "s3cret";
    private static final String LEFT_OUT = "-";
    private static final Path PLUGINS = Path.of(System.getProperty("plugin.folder", "target/plugins"));

    @TempDir
    private static Path folder;

    private static KafkaServer kafka;
    private static ConnectServer worker;
    private static ConnectRest connect;

    @BeforeAll
    static void startServers() {
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        worker = new ConnectServer(kafka.address(), PLUGINS, folder, 0);
        worker.start();
        connect = new ConnectRest(worker.address());
    }

    @AfterAll
    static void stopServers() {
        Stream.of(worker, kafka).filter(server -> server != null).forEach(server -> server.close());
    }

    private static Map<String, String> whole() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("name", "checked"),
                Map.entry("connector.class", PLUGIN),
                Map.entry("tasks.max", "1"),
                Map.entry("topics", "posts"),
                Map.entry("storage.class", "io.confluent.connect.s3.storage.S3Storage"),
                Map.entry("format.class", "io.confluent.connect.s3.format.json.JsonFormat"),
                Map.entry("flush.size", "10000"),
                Map.entry("s3.bucket.name", "posts"),
                Map.entry("s3.region", "eu-west-1"),
                Map.entry("aws.access.key.id", "me"),
                Map.entry("aws.secret.access.key", SECRET),
                Map.entry("schema.generator.class", "io.confluent.connect.storage.hive.schema.DefaultSchemaGenerator"),
                Map.entry("hive.integration", "false"),
                Map.entry("consumer.override.max.poll.records", "5000"),
                Map.entry("errors.tolerance", "all"),
                Map.entry("errors.deadletterqueue.topic.name", "rejected"),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("value.converter.schemas.enable", "false")));
    }

    /** The errors by option; no answer may hold a password. */
    private static Map<String, List<String>> errors(Map<String, String> options) throws Exception {
        JsonNode answer = connect.validate(PLUGIN, options);
        assertThat(answer.toString()).doesNotContain(SECRET).contains("error_count");
        Map<String, List<String>> errors = new TreeMap<>();
        for (JsonNode value : answer.findValues("value")) {
            if (value.isObject() && !value.path("errors").isEmpty()) {
                List<String> messages = new ArrayList<>();
                value.path("errors").forEach(message -> messages.add(message.textValue()));
                errors.put(value.path("name").textValue(), messages);
            }
        }
        assertThat(answer.path("error_count").intValue()).isGreaterThanOrEqualTo(errors.size());
        return errors;
    }

    @Test
    void acceptsAWholeConfigurationAndShowsGroupsInTheirOrder() throws Exception {
        JsonNode answer = connect.validate(PLUGIN, whole());

        assertThat(answer.path("error_count").intValue()).as(answer.toString()).isZero();
        assertThat(answer.path("groups").toString()).contains("Storage", "Object names", "Rotation");
    }

    /** One option each, set to a value or left out, and what the answer says: under which key, the rule, the way out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            value = {
                "s3.bucket.name | - | s3.bucket.name | is missing | Bucket to write to",
                "s3.bucket.name | '' | s3.bucket.name | must be non-empty | Set s3.bucket.name to text",
                "flush.size | - | flush.size | is missing | a whole number",
                "flush.size | many | flush.size | Not a number | Set flush.size to a whole number",
                "flush.size | 0 | flush.size | at least 1 | Set flush.size to a whole number",
                "format.class | - | format.class | is missing | parquet",
                "format.class | csv | format.class | must be | io.confluent.connect.s3.format.json.JsonFormat",
                "storage.class | com.example.Storage | storage.class | must be one of | S3Storage",
                "s3.region | '' | s3.region | must be the name of a region | such as eu-west-1",
                "store.url | ftp://store | store.url | must be | http or https",
                "store.url | https://[ | store.url | must be | http or https",
                "store.url | ftp://me:s3cret@store | store.url | must be | http or https",
                "s3.path.style.access.enabled | sometimes | s3.path.style.access.enabled | true or false | default true",
                "aws.access.key.id | - | aws.access.key.id | must be set | because aws.secret.access.key is",
                "aws.secret.access.key | - | aws.secret.access.key | must be set | because aws.access.key.id is",
                "s3.part.size | 1000 | s3.part.size | at least 5242880 | the default 26214400",
                "s3.part.size | 5 MiB | s3.part.size | Not a number | the default 26214400",
                "s3.part.retries | -1 | s3.part.retries | at least 0 | the default 3",
                "s3.retry.backoff.ms | soon | s3.retry.backoff.ms | Not a number | the default 200",
                "retry.backoff.ms | -5 | retry.backoff.ms | at least 0 | the default 5000",
                "retry.timeout.ms | -1 | retry.timeout.ms | at least 0 | the default 600000",
                "filename.offset.zero.pad.width | -1 | filename.offset.zero.pad.width | at least 0 | the default 10",
                "rotate.schedule.interval.ms | 1000 | timezone | because rotate.schedule.interval.ms is | to UTC",
                "rotate.schedule.interval.ms | daily | rotate.schedule.interval.ms | Not a number | the default -1",
                "timezone | Mars/Olympus | timezone | must be the id of a time zone | such as UTC",
                "schema.compatibility | SIDEWAYS | schema.compatibility | must be one of | NONE",
                "parquet.codec | zip | parquet.codec | must be one of | snappy",
                "json.decimal.format | HEX | json.decimal.format | must be | NUMERIC",
                "behavior.on.null.values | skip | behavior.on.null.values | must be one of | ignore",
                "tombstones.inline | perhaps | tombstones.inline | true or false | the default false",
                "report.null.values.to.dlq | 1 | report.null.values.to.dlq | true or false | the default true",
                "store.kafka.keys | yes | store.kafka.keys | true or false | the default false",
                "partitioner.class | com.example.None | partitioner.class | must be default, field | put its jar there",
                "format.class | io.confluent.connect.s3.format.parquet.ParquetFormat | format.class"
                        + " | takes its columns from the record's schema | value.converter.schemas.enable=true",
                "format.class | bytes | format.class | take bytes | ByteArrayConverter",
                "consumer.override.enable.auto.commit | true | consumer.override.enable.auto.commit"
                        + " | not in S3 yet | remove this option",
                "consumer.override.value.deserializer | org.apache.kafka.common.serialization.StringDeserializer"
                        + " | consumer.override.value.deserializer | Connect itself reads bytes | value.converter",
                "fulsh.size | 5 | fulsh.size | no option of this connector | did you mean flush.size?",
                "aws.secret.acces.key | s3cret | aws.secret.acces.key | no effect"
                        + " | did you mean aws.secret.access.key?",
                "rotate_interval_ms | 5 | rotate_interval_ms | no option of this connector"
                        + " | did you mean rotate.interval.ms?",
                "partition.fieldname | a | partition.fieldname | no option of this connector"
                        + " | did you mean partition.field.name?",
            })
    void namesTheKeyTheRuleAndTheWayOut(String option, String value, String key, String rule, String way)
            throws Exception {
        Map<String, String> options = whole();
        if (LEFT_OUT.equals(value)) {
            options.remove(option);
        } else {
            options.put(option, value == null ? "" : value);
        }
        Map<String, List<String>> errors = errors(options);

        assertThat(errors).containsOnlyKeys(key);
        assertThat(String.join(" ", errors.get(key)))
                .contains(key)
                .containsIgnoringCase(rule)
                .contains(way);
    }

    @Test
    void reportsAllProblemsAtOnce() throws Exception {
        Map<String, String> options = whole();
        options.remove("s3.bucket.name");
        options.put("flush.size", "many");
        options.put("rotate.schedule.interval.ms", "1000");
        options.put("aws.access.key.id", "");
        options.put("parquet.codec", "zip");
        options.put("flush.sice", "1");

        assertThat(errors(options))
                .containsOnlyKeys(
                        "s3.bucket.name", "flush.size", "timezone", "aws.access.key.id", "parquet.codec", "flush.sice");
    }
}
