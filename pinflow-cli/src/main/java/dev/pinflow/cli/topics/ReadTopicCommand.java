package dev.pinflow.cli.topics;

import dev.pinflow.cli.cluster.KafkaOptions;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.console.Failure;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "read",
        description =
                "Prints a topic's committed records from the beginning, one value a line, and ends at the topic's end.",
        footer = {"", "Example:", "  pinflow topics read user-0123456789ab.curated.pin --max 5"})
final class ReadTopicCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    @Mixin
    private KafkaOptions kafka;

    @Parameters(paramLabel = "TOPIC", description = "The topic; 'user-' in front may be left out.")
    private String topic;

    @Option(names = "--max", paramLabel = "N", description = "Print at most N records (default: all).")
    private long max = Long.MAX_VALUE;

    @Option(names = "--keys", description = "Print the key and a tab before each value.")
    private boolean keys;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description = "Registry that has the schemas of Avro values (default: the running local stack's).")
    private String registryUrl;

    @Override
    public Integer call() {
        Map<String, Object> properties = new HashMap<>(kafka.clientProperties());
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        ByteArrayDeserializer bytes = new ByteArrayDeserializer();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(properties, bytes, bytes)) {
            List<TopicPartition> partitions = partitions(consumer);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            print(consumer, consumer.endOffsets(partitions), new RecordText(this::registry, keys));
        }
        return 0;
    }

    private void print(Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends, RecordText text) {
        long printed = 0;
        while (printed < max && !isAtEnd(consumer, ends)) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (printed < max) {
                    System.out.println(text.of(record));
                    printed++;
                }
            }
        }
    }

    private static boolean isAtEnd(Consumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private List<TopicPartition> partitions(Consumer<?, ?> consumer) {
        Map<String, ?> known = consumer.listTopics();
        String name = !known.containsKey(topic) && known.containsKey("user-" + topic) ? "user-" + topic : topic;
        if (!known.containsKey(name)) {
            throw new Failure("There is no topic '" + topic + "': see 'pinflow topics list'.");
        }
        return consumer.partitionsFor(name).stream()
                .map(partition -> new TopicPartition(name, partition.partition()))
                .toList();
    }

    private String registry() {
        return kafka.stack().valueOf(registryUrl, "--registry-url", RunningStack::registryUrl);
    }
}
