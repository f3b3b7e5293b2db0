package dev.pinflow.streams.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsConfigurationTest {
    @Test
    void theDefaultsFitOneMachine() {
        StreamsConfiguration config =
                StreamsConfiguration.of(properties("user.id=12ab", "bootstrap.servers=127.0.0.1:9092"));

        assertThat(config)
                .isEqualTo(new StreamsConfiguration(
                        new Topics("12ab"),
                        "127.0.0.1:9092",
                        "pinflow-cleaning-12ab",
                        RegistryKind.APICURIO,
                        URI.create("http://127.0.0.1:8081"),
                        RegistryLogin.NONE,
                        false,
                        "io.apicurio.registry.serde.avro.AvroSerde",
                        1,
                        Duration.ofMillis(100),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(10),
                        Path.of(System.getProperty("java.io.tmpdir"), "pinflow-streams"),
                        64 << 20,
                        CuratedFormat.AVRO,
                        GroupProtocol.CLASSIC,
                        Duration.ofMinutes(5),
                        new AnswersConfiguration(true, "pinflow-answers-12ab", 1, 0, Duration.ofSeconds(1)),
                        new ManagementConfiguration("127.0.0.1", 8082, Duration.ofSeconds(30)),
                        Map.of(),
                        Map.of()));
    }

    @Test
    void everySettingCanBeGiven() {
        StreamsConfiguration config = StreamsConfiguration.of(properties(
                "user.id=12ab",
                "bootstrap.servers=a:1,b:2",
                "application.id=cleaner",
                "registry.kind=confluent",
                "registry.url=https://registry:8443/",
                "registry.user=u",
                "registry.password=p",
                "registry.token=t",
                "schemas.auto.register=true",
                "curated.value.serde=com.example.Serde",
                "stream.threads=4",
                "commit.interval.ms=500",
                "transaction.timeout.ms=20000",
                "session.timeout.ms=6000",
                "state.dir=/var/lib/pinflow",
                "state.memory.bytes=16777216",
                "curated.format=json",
                "group.protocol=streams",
                "answers.enabled=false",
                "answers.application.id=counter",
                "answers.stream.threads=2",
                "answers.standby.replicas=1",
                "answers.as.of.interval.ms=500",
                "management.host=0.0.0.0",
                "management.port=0",
                "ready.grace.ms=5000",
                "failure.timeout.ms=60000",
                "serde.basic.auth.user.info=u:p",
                "kafka.security.protocol=SASL_SSL"));

        assertThat(config)
                .isEqualTo(new StreamsConfiguration(
                        new Topics("12ab"),
                        "a:1,b:2",
                        "cleaner",
                        RegistryKind.CONFLUENT,
                        URI.create("https://registry:8443"),
                        new RegistryLogin("u", "p", "t"),
                        true,
                        "com.example.Serde",
                        4,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(20),
                        Duration.ofSeconds(6),
                        Path.of("/var/lib/pinflow"),
                        16 << 20,
                        CuratedFormat.JSON,
                        GroupProtocol.STREAMS,
                        Duration.ofMinutes(1),
                        new AnswersConfiguration(false, "counter", 2, 1, Duration.ofMillis(500)),
                        new ManagementConfiguration("0.0.0.0", 0, Duration.ofSeconds(5)),
                        Map.of("basic.auth.user.info", "u:p"),
                        Map.of("security.protocol", "SASL_SSL")));
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThatThrownBy(() -> StreamsConfiguration.of(properties(
                        "user.id=a b",
                        "registry.kind=glue",
                        "registry.url=localhost:8081",
                        "stream.threads=0",
                        "commit.interval.ms=soon",
                        "comit.interval.ms=100")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "user.id",
                        "bootstrap.servers",
                        "registry.kind",
                        "registry.url",
                        "stream.threads",
                        "commit.interval.ms",
                        "Unknown configuration comit.interval.ms");
    }

    @Test
    void secretsAreNotPrinted() {
        StreamsConfiguration config = StreamsConfiguration.of(properties(
                "user.id=12ab", "bootstrap.servers=a:1", "kafka.sasl.jaas.config=hunter2", "serde.password=hunter2"));

        assertThat(config.toString()).doesNotContain("hunter2");
    }

    @Test
    void aLoginInTheRegistrysAddressIsRefusedAndNotRepeated() {
        assertThatThrownBy(() -> StreamsConfiguration.of(properties(
                        "user.id=12ab", "bootstrap.servers=a:1", "registry.url=http://user:hunter2@registry:8081")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll("registry.url", "registry.password")
                .hasMessageNotContaining("hunter2");
    }

    @Test
    void settingsOfKafkaThatWouldContradictOursAreRefused() {
        assertThatThrownBy(() -> StreamsConfiguration.of(properties(
                        "user.id=12ab",
                        "bootstrap.servers=a:1",
                        "kafka.processing.guarantee=at_least_once",
                        "kafka.state.dir=/elsewhere")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(
                        "kafka.processing.guarantee is not taken",
                        "exactly_once_v2",
                        "kafka.state.dir",
                        "set state.dir");
    }

    @Test
    void settingsOfKafkaOverrideOursWithoutAClientsPrefixToo() {
        StreamsConfiguration config = StreamsConfiguration.of(properties(
                "user.id=12ab", "bootstrap.servers=a:1", "kafka.compression.type=zstd", "kafka.max.poll.records=7"));

        StreamsConfig parsed = new StreamsConfig(StreamsProperties.ofCleaning(config));
        assertThat(parsed.getProducerConfigs("p")).containsEntry("compression.type", "zstd");
        assertThat(parsed.getMainConsumerConfigs("g", "c", 0)).containsEntry("max.poll.records", "7");
    }

    @Test
    void settingsOfKafkaOverrideOurs() {
        StreamsConfiguration config = StreamsConfiguration.of(
                properties("user.id=12ab", "bootstrap.servers=a:1", "kafka.producer.compression.type=zstd"));

        assertThat(StreamsProperties.ofCleaning(config))
                .containsEntry("producer.compression.type", "zstd")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("producer.transaction.timeout.ms", 10_000);
    }

    private static Properties properties(String... lines) {
        Properties properties = new Properties();
        for (String line : lines) {
            int equals = line.indexOf('=');
            properties.setProperty(line.substring(0, equals), line.substring(equals + 1));
        }
        return properties;
    }
}
