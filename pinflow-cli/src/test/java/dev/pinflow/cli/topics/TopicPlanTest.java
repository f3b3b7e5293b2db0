package dev.pinflow.cli.topics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Topics;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;

final class TopicPlanTest {
    private static final Topics TOPICS = new Topics("x");

    private final List<NewTopic> plan = TopicPlan.of(TOPICS, 3, (short) -1);

    @Test
    void holdsEveryTopicOfTheUserWithTheSamePartitions() {
        assertThat(plan)
                .extracting(NewTopic::name)
                .containsExactlyElementsOf(Stream.concat(TOPICS.all().stream(), TOPICS.answers().stream())
                        .toList());
        assertThat(plan).extracting(NewTopic::numPartitions).containsOnly(3);
        assertThat(plan).extracting(NewTopic::replicationFactor).containsOnly((short) -1);
        assertThat(TopicPlan.of(TOPICS, 3, (short) 2))
                .extracting(NewTopic::replicationFactor)
                .containsOnly((short) 2);
    }

    @Test
    void leavesRoomForWhatRecordsGrowBy() {
        int raw = maxBytes(TOPICS.raw().get(0));
        assertThat(maxBytes(TOPICS.rejected())).isEqualTo(raw + 64 * 1024);
        assertThat(TOPICS.curated())
                .allSatisfy(topic -> assertThat(maxBytes(topic)).isEqualTo(raw + 64 * 1024));
    }

    @Test
    void keepsTheNewestAnswerForEachGroupAndNoOther() {
        assertThat(TOPICS.answers())
                .allSatisfy(
                        topic -> assertThat(setting(topic, "cleanup.policy")).isEqualTo("compact"));
        assertThat(TOPICS.all())
                .allSatisfy(
                        topic -> assertThat(setting(topic, "cleanup.policy")).isEqualTo("delete"));
    }

    private int maxBytes(String topic) {
        return Integer.parseInt(setting(topic, "max.message.bytes"));
    }

    private String setting(String topic, String name) {
        return plan.stream()
                .filter(planned -> planned.name().equals(topic))
                .findFirst()
                .orElseThrow()
                .configs()
                .get(name);
    }
}
