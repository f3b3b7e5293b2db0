package dev.pinflow.connect.s3.config;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Options of Confluent's sink that have no effect there either, as long as those options are refused which give them
 * one, or that tune machinery which does not exist here. Any value is accepted.
 */
final class IdleOptions {
    private static final String BUFFER = "tunes buffers, which always grow with the object here";
    private static final String EVEN_THERE = "has no effect in Confluent's sink either";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry(
                    "max.write.duration.ms",
                    "bounds the time of uploads in the task's thread, where none happens here"),
            Map.entry("s3.elastic.buffer.enable", BUFFER),
            Map.entry("s3.elastic.buffer.init.capacity", BUFFER),
            Map.entry("max.files.scan.limit", "is not needed here, where a displaced object names its successor"),
            Map.entry("schema.generator.class", EVEN_THERE),
            Map.entry("hive.integration", EVEN_THERE));

    private IdleOptions() {}

    static void define(ConfigDef def) {
        REASONS.forEach((key, reason) -> {
            // Kafka's own rendering of the options takes these for numbers.
            boolean isDuration = key.endsWith(".ms");
            def.define(
                    key,
                    isDuration ? ConfigDef.Type.LONG : ConfigDef.Type.STRING,
                    isDuration ? "-1" : "",
                    Importance.LOW,
                    "Accepted without effect: it " + reason + ".");
        });
    }
}
