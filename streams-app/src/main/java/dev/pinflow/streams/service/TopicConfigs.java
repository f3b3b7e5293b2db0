package dev.pinflow.streams.service;

import java.util.Map;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.TopicConfig;

/** How topics are configured, the brokers' defaults included. */
record TopicConfigs(Map<String, Config> byTopic) {
    int maxMessageBytes(String topic) {
        return Integer.parseInt(value(topic, TopicConfig.MAX_MESSAGE_BYTES_CONFIG));
    }

    String cleanupPolicy(String topic) {
        return value(topic, TopicConfig.CLEANUP_POLICY_CONFIG);
    }

    /** Whether batches lie in the topic as producers compressed them. */
    boolean keepsCompression(String topic) {
        return value(topic, TopicConfig.COMPRESSION_TYPE_CONFIG).equals("producer");
    }

    /** How far ahead of the broker's clock, in milliseconds, a record's timestamp may be. */
    long timestampAfterMaxMillis(String topic) {
        // Brokers before 3.6 do not know the setting, and take any.
        ConfigEntry entry = byTopic.get(topic).get(TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG);
        return entry == null ? Long.MAX_VALUE : Long.parseLong(entry.value());
    }

    private String value(String topic, String key) {
        return byTopic.get(topic).get(key).value();
    }
}
