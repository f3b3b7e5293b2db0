package dev.pinflow.ingest;

import dev.pinflow.contract.Topics;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How the gateway runs. Immutable.
 *
 * @param host the address to listen on; loopback unless other machines are to post
 * @param port the port to listen on, or 0 for a free one
 * @param bootstrapServers Kafka brokers to begin with, as {@code host:port,host:port}
 * @param allowedTopics what the whole name of a topic must match to be written to
 * @param maxBodyBytes larger bodies are refused
 * @param kafkaSettings settings of Kafka's clients over ours; may hold secrets
 */
public record GatewayConfig(
        String host,
        int port,
        String bootstrapServers,
        Pattern allowedTopics,
        int maxBodyBytes,
        Map<String, String> kafkaSettings) {
    /** As much as Amazon's API gateway lets through. */
    public static final int DEFAULT_MAX_BODY_BYTES = 10 * 1024 * 1024;

    public GatewayConfig {
        kafkaSettings = Map.copyOf(kafkaSettings);
    }

    /** A gateway on loopback that takes posts to one user's topics. */
    public static GatewayConfig local(Topics topics, String bootstrapServers, int port) {
        Pattern allowed = Pattern.compile(topics.prefix() + "\\..*");
        return new GatewayConfig("127.0.0.1", port, bootstrapServers, allowed, DEFAULT_MAX_BODY_BYTES, Map.of());
    }
}
