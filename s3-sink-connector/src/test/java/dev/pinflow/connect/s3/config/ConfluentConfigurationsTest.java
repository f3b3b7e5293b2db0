package dev.pinflow.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Configurations as they run with Confluent's sink, taken over with nothing but another connector.class. */
class ConfluentConfigurationsTest {
    @ParameterizedTest
    @ValueSource(strings = {"""
            {
              "connector.class": "dev.pinflow.connect.s3.S3SinkConnector",
              "tasks.max": "1",
              "topics": "s3_topic",
              "s3.region": "us-west-2",
              "s3.bucket.name": "confluent-kafka-connect-s3-testing",
              "s3.part.size": "5242880",
              "flush.size": "3",
              "storage.class": "io.confluent.connect.s3.storage.S3Storage",
              "format.class": "io.confluent.connect.s3.format.json.JsonFormat",
              "schema.generator.class": "io.confluent.connect.storage.hive.schema.DefaultSchemaGenerator",
              "partitioner.class": "io.confluent.connect.storage.partitioner.DefaultPartitioner",
              "schema.compatibility": "NONE"
            }
            """, """
            {
              "connector.class": "dev.pinflow.connect.s3.S3SinkConnector",
              "tasks.max": "3",
              "topics.regex": "user-0123\\\\..*",
              "errors.tolerance": "all",
              "errors.deadletterqueue.topic.name": "rejected",
              "key.converter": "org.apache.kafka.connect.storage.StringConverter",
              "value.converter": "org.apache.kafka.connect.json.JsonConverter",
              "value.converter.schemas.enable": "false",
              "transforms": "route",
              "transforms.route.type": "org.apache.kafka.connect.transforms.RegexRouter",
              "transforms.route.regex": "(.*)",
              "transforms.route.replacement": "raw-$1",
              "consumer.override.max.poll.records": "1000",
              "s3.region": "us-east-1",
              "s3.bucket.name": "posts",
              "s3.credentials.provider.class": "com.amazonaws.auth.DefaultAWSCredentialsProviderChain",
              "flush.size": "10000",
              "rotate.schedule.interval.ms": "600000",
              "locale": "en-US",
              "timezone": "UTC",
              "behavior.on.null.values": "ignore",
              "hive.integration": "false",
              "storage.class": "io.confluent.connect.s3.storage.S3Storage",
              "format.class": "io.confluent.connect.s3.format.bytearray.ByteArrayFormat",
              "format.bytearray.extension": ".json",
              "format.bytearray.separator": "\\n"
            }
            """})
    void passValidation(String json) throws JsonProcessingException {
        Map<String, String> properties = new ObjectMapper().readValue(json, new TypeReference<>() {});

        assertThat(SinkConfig.validate(properties).configValues())
                .flatExtracting(value -> List.copyOf(value.errorMessages()))
                .isEmpty();
        assertThat(SinkConfig.from(properties).storage().bucket()).isEqualTo(properties.get("s3.bucket.name"));
    }
}
