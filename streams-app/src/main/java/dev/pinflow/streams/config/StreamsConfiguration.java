package dev.pinflow.streams.config;

import dev.pinflow.contract.Topics;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.ConfigValue;
import org.apache.kafka.common.config.types.Password;

/**
 * How one instance of the cleaning service runs. Immutable.
 *
 * @param topics whose topics are cleaned
 * @param bootstrapServers Kafka brokers to begin with, as {@code host:port,host:port}
 * @param applicationId consumer group and prefix of transactional ids
 * @param registryKind the make of the schema registry
 * @param registry the registry's address without trailing slash
 * @param registryLogin how the registry knows us; holds secrets
 * @param autoRegister whether the start registers missing schemas instead of refusing to run
 * @param valueSerde class name of the serde for curated values
 * @param threads stream threads, 1 to 64
 * @param commitInterval time between commits
 * @param transactionTimeout how long an instance's open transaction outlives it
 * @param sessionTimeout how long an instance's partitions stay its own after it went silent
 * @param stateDirectory a folder that no other instance uses
 * @param stateMemoryBytes memory outside the heap for all state stores of this process
 * @param curatedFormat how curated records are written
 * @param groupProtocol how instances share the partitions
 * @param failureTimeout how long failing stream threads are replaced before the instance gives up
 * @param answers the live answers
 * @param management what is served over HTTP
 * @param serdeSettings settings for the serde over those that the registry's kind implies
 * @param kafkaSettings settings for Kafka Streams and its clients over ours; may hold secrets
 */
public record StreamsConfiguration(
        Topics topics,
        String bootstrapServers,
        String applicationId,
        RegistryKind registryKind,
        URI registry,
        RegistryLogin registryLogin,
        boolean autoRegister,
        String valueSerde,
        int threads,
        Duration commitInterval,
        Duration transactionTimeout,
        Duration sessionTimeout,
        Path stateDirectory,
        long stateMemoryBytes,
        CuratedFormat curatedFormat,
        GroupProtocol groupProtocol,
        Duration failureTimeout,
        AnswersConfiguration answers,
        ManagementConfiguration management,
        Map<String, String> serdeSettings,
        Map<String, String> kafkaSettings) {
    private static final String JSON_SERDE = "dev.pinflow.streams.curated.JsonSerde";

    public StreamsConfiguration {
        serdeSettings = Map.copyOf(serdeSettings);
        kafkaSettings = Map.copyOf(kafkaSettings);
    }

    /**
     * Reads the configuration from properties; CONFIGURATION.md lists the keys.
     *
     * @throws ConfigException that names all missing, malformed and unknown keys at once
     */
    public static StreamsConfiguration of(Properties properties) {
        Map<String, String> given = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> given.put(key, properties.getProperty(key)));
        Map<String, String> serde = taken(given, StreamsSettings.SERDE_PREFIX);
        Map<String, String> kafka = taken(given, StreamsSettings.KAFKA_PREFIX);
        requireNoProblems(given, kafka);

        Map<String, Object> values = StreamsSettings.DEFINITION.parse(given);
        String userId = text(values, StreamsSettings.USER_ID);
        RegistryKind kind =
                RegistryKind.valueOf(text(values, StreamsSettings.REGISTRY_KIND).toUpperCase(Locale.ROOT));
        CuratedFormat format = CuratedFormat.valueOf(
                text(values, StreamsSettings.CURATED_FORMAT).toUpperCase(Locale.ROOT));
        return new StreamsConfiguration(
                new Topics(userId),
                text(values, StreamsSettings.BOOTSTRAP_SERVERS),
                orElse(text(values, StreamsSettings.APPLICATION_ID), "pinflow-cleaning-" + userId),
                kind,
                URI.create(text(values, StreamsSettings.REGISTRY_URL).replaceAll("/+$", "")),
                new RegistryLogin(
                        text(values, StreamsSettings.REGISTRY_USER),
                        secret(values, StreamsSettings.REGISTRY_PASSWORD),
                        secret(values, StreamsSettings.REGISTRY_TOKEN)),
                (Boolean) values.get(StreamsSettings.AUTO_REGISTER),
                orElse(
                        text(values, StreamsSettings.VALUE_SERDE),
                        format == CuratedFormat.JSON ? JSON_SERDE : kind.serdeClass()),
                (Integer) values.get(StreamsSettings.THREADS),
                milliseconds(values, StreamsSettings.COMMIT_INTERVAL),
                milliseconds(values, StreamsSettings.TRANSACTION_TIMEOUT),
                milliseconds(values, StreamsSettings.SESSION_TIMEOUT),
                Path.of(text(values, StreamsSettings.STATE_DIRECTORY)),
                (Long) values.get(StreamsSettings.STATE_MEMORY),
                format,
                GroupProtocol.valueOf(
                        text(values, StreamsSettings.GROUP_PROTOCOL).toUpperCase(Locale.ROOT)),
                milliseconds(values, StreamsSettings.FAILURE_TIMEOUT),
                answers(values, userId),
                new ManagementConfiguration(
                        text(values, StreamsSettings.MANAGEMENT_HOST),
                        (Integer) values.get(StreamsSettings.MANAGEMENT_PORT),
                        milliseconds(values, StreamsSettings.READY_GRACE)),
                serde,
                kafka);
    }

    private static AnswersConfiguration answers(Map<String, Object> values, String userId) {
        return new AnswersConfiguration(
                (Boolean) values.get(StreamsSettings.ANSWERS_ENABLED),
                orElse(text(values, StreamsSettings.ANSWERS_APPLICATION_ID), "pinflow-answers-" + userId),
                (Integer) values.get(StreamsSettings.ANSWERS_THREADS),
                (Integer) values.get(StreamsSettings.ANSWERS_STANDBY_REPLICAS),
                milliseconds(values, StreamsSettings.ANSWERS_AS_OF_INTERVAL));
    }

    /** Whether the curated records need a schema registry. */
    public boolean needsRegistry() {
        return curatedFormat == CuratedFormat.AVRO;
    }

    /** Where the registry offers Confluent's REST API. */
    public URI confluentApi() {
        return registryKind.confluentApi(registry);
    }

    /** Without the settings that may hold secrets. */
    @Override
    public String toString() {
        return "applicationId=" + applicationId + " topics=" + topics.prefix() + ".* bootstrapServers="
                + bootstrapServers + " registry=" + registry + " threads=" + threads;
    }

    /** Removes the entries under the prefix and returns them without it. */
    private static Map<String, String> taken(Map<String, String> given, String prefix) {
        Map<String, String> taken = new HashMap<>();
        given.entrySet().removeIf(entry -> {
            boolean matches = entry.getKey().startsWith(prefix);
            if (matches) {
                taken.put(entry.getKey().substring(prefix.length()), entry.getValue());
            }
            return matches;
        });
        return taken;
    }

    private static void requireNoProblems(Map<String, String> given, Map<String, String> kafka) {
        ConfigDef definition = StreamsSettings.DEFINITION;
        List<String> problems = new ArrayList<>();
        given.keySet().stream()
                .filter(key -> !definition.names().contains(key))
                .map(UnknownSetting::message)
                .forEach(problems::add);
        problems.addAll(ReservedSettings.problems(kafka.keySet()));
        definition.validate(given).stream().map(ConfigValue::errorMessages).forEach(problems::addAll);
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join("\n", problems));
        }
    }

    private static String text(Map<String, Object> values, String key) {
        return (String) values.get(key);
    }

    private static String secret(Map<String, Object> values, String key) {
        return ((Password) values.get(key)).value();
    }

    private static String orElse(String value, String whenEmpty) {
        return value.isEmpty() ? whenEmpty : value;
    }

    private static Duration milliseconds(Map<String, Object> values, String key) {
        return Duration.ofMillis((Integer) values.get(key));
    }
}
