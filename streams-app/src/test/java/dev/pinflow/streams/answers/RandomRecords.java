package dev.pinflow.streams.answers;

import dev.pinflow.contract.Entity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.avro.generic.GenericRecord;

/** Records of few posts with few values, so that they meet, tie and change often; the same for the same seed. */
final class RandomRecords {
    private static final List<String> CATEGORIES =
            List.of("art", "Art", "travel", "", "\u0000", "\uFF5E", "\uD83D\uDE00");
    private static final List<String> COUNTRIES = List.of("Albania", "Italy", "Cote d'Ivoire", "A\u0000", "A");
    private static final List<String> USERS = List.of("Ann Lee", "Bob Lee", "\"Q\"");
    private static final List<Integer> AGES = Arrays.asList(null, 0, 17, 18, 24, 25, 35, 36, 50, 51, 150);
    private static final List<String> MOMENTS = List.of(
            "2014-12-31T23:59:59.999Z",
            "2015-01-01T00:00:00Z",
            "2017-06-01T00:00:00Z",
            "2018-01-01T00:00:00Z",
            "2018-01-01T00:00:00.001Z",
            "2020-12-31T23:59:59.999Z",
            "2022-12-31T23:59:59.999Z",
            "2023-01-01T00:00:00Z");

    private final Random random;
    private final int posts;

    RandomRecords(long seed, int posts) {
        this.random = new Random(seed);
        this.posts = posts;
    }

    /** Each record, or each deletion of one, goes to the receiver. */
    void send(int records, Receiver receiver) {
        for (int i = 0; i < records; i++) {
            Entity entity = one(List.of(Entity.values()));
            int ind = random.nextInt(posts);
            if (random.nextInt(8) == 0) {
                receiver.delete(entity, ind);
            } else {
                receiver.put(entity, record(entity, ind));
            }
        }
    }

    private GenericRecord record(Entity entity, int ind) {
        return switch (entity) {
            case PIN -> CuratedRecords.pin(ind, one(CATEGORIES));
            case GEO -> CuratedRecords.geo(ind, one(COUNTRIES), moment());
            case USER -> CuratedRecords.user(ind, one(USERS), one(AGES), moment());
        };
    }

    private long moment() {
        return Instant.parse(one(MOMENTS)).toEpochMilli();
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    interface Receiver {
        void put(Entity entity, GenericRecord record);

        void delete(Entity entity, int ind);
    }
}
