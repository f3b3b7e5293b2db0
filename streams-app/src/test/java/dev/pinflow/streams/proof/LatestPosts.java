package dev.pinflow.streams.proof;

import dev.pinflow.contract.Entity;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.generic.GenericRecord;

/** The curated records that count: of each entity and index the last one. */
final class LatestPosts {
    record Pin(String category) {}

    record Geo(String country, long timestamp) {}

    record User(String name, Integer age, long joined) {}

    record Post(Pin pin, Geo geo, User user) {}

    private final Map<Integer, Pin> pins = new HashMap<>();
    private final Map<Integer, Geo> geos = new HashMap<>();
    private final Map<Integer, User> users = new HashMap<>();
    private final Map<Entity, Map<Integer, Integer>> partitions = new HashMap<>();

    /** Takes the next record of a partition; yields what is wrong with where it lies. */
    Optional<String> put(Entity entity, int partition, GenericRecord record) {
        int ind = (Integer) record.get("ind");
        switch (entity) {
            case PIN -> pins.put(ind, new Pin(record.get("category").toString()));
            case GEO -> geos.put(ind, new Geo(record.get("country").toString(), (Long) record.get("timestamp")));
            case USER ->
                users.put(ind, new User(record.get("user_name").toString(), (Integer) record.get("age"), (Long)
                        record.get("date_joined")));
        }
        Integer before =
                partitions.computeIfAbsent(entity, any -> new HashMap<>()).put(ind, partition);
        return before == null || before == partition
                ? Optional.empty()
                : Optional.of("the " + entity.suffix() + " records of ind " + ind + " lie in the partitions " + before
                        + " and " + partition);
    }

    /** The posts that have all three parts. */
    List<Post> joined() {
        List<Post> posts = new ArrayList<>();
        pins.forEach((ind, pin) -> {
            if (geos.containsKey(ind) && users.containsKey(ind)) {
                posts.add(new Post(pin, geos.get(ind), users.get(ind)));
            }
        });
        return posts;
    }
}
