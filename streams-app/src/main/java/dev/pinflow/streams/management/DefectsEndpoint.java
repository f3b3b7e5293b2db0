package dev.pinflow.streams.management;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.cleaning.CleaningCounts.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /defects}: how often which rule made which column null, and how many members were ignored. */
final class DefectsEndpoint implements Endpoint {
    private final Topics topics;
    private final CleaningCounts counts;

    DefectsEndpoint(Topics topics, CleaningCounts counts) {
        this.topics = topics;
        this.counts = counts;
    }

    private record Defects(String topic, String column, String rule, long count) {}

    private record IgnoredMembers(String topic, long count) {}

    @Override
    public Answer answer(Call call) {
        List<Defects> defects = new ArrayList<>();
        List<IgnoredMembers> ignored = new ArrayList<>();
        counts.snapshot().forEach((event, count) -> {
            if (event instanceof Event.Defect defect) {
                defects.add(new Defects(topic(event.entity()), defect.column(), defect.rule(), count));
            } else if (event instanceof Event.IgnoredMember) {
                ignored.add(new IgnoredMembers(topic(event.entity()), count));
            }
        });
        defects.sort(Comparator.comparing(Defects::topic)
                .thenComparing(Defects::column)
                .thenComparing(Defects::rule));
        ignored.sort(Comparator.comparing(IgnoredMembers::topic));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("defects", defects);
        body.put("ignoredMembers", ignored);
        return Answer.json(Answer.OK, Json.of(body));
    }

    private String topic(Entity entity) {
        return topics.raw(entity);
    }
}
