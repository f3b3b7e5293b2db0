package dev.pinflow.streams.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.Entity;
import dev.pinflow.streams.proof.Posting.Fate;
import java.util.List;
import java.util.Random;

/**
 * Everyday records with everything that makes counting hard: posts come again with other values, some are bad, some
 * have no key or a wrong one. The same seed makes the same records.
 */
final class Workload {
    private static final List<String> CATEGORIES = List.of("art", "beauty", "finance", " travel ", "quotes", "tattoos");
    private static final List<String> COUNTRIES = List.of(
            "Albania",
            "Cote d'Ivoire",
            "Åland Islands",
            "Antarctica (the territory South of 60 deg S)",
            "\uFF21lbania",
            "\uD83D\uDE00",
            "Zimbabwe",
            "Peru \\\" \\\\ \\u0001\\n");

    private final Random random;
    private final int posts;

    /** @param posts how many different indexes there are */
    Workload(long seed, int posts) {
        this.random = new Random(seed);
        this.posts = posts;
    }

    Posting next() {
        Entity entity = anyEntity(random);
        int ind = random.nextInt(posts);
        String good = good(entity, ind);
        byte[] key = key(ind);
        return switch (random.nextInt(100)) {
            case 0 ->
                Posting.of(
                        "truncated",
                        entity,
                        Fate.REJECTED,
                        key,
                        bytes(good.substring(0, good.length() - 1 - random.nextInt(20))));
            case 1 -> Posting.of("no value", entity, Fate.REJECTED, key, null);
            case 2 -> Posting.of("wrong entity", entity, Fate.REJECTED, key, bytes(good(other(entity), ind)));
            case 3 -> Posting.of("no JSON", entity, Fate.REJECTED, key, bytes("index=" + ind));
            case 4 -> Posting.of("in an array", entity, Fate.CURATED, key, bytes("[" + good + "]"));
            default -> Posting.of("good", entity, Fate.CURATED, key, bytes(good));
        };
    }

    /** A record of that index that the contract takes. */
    String good(Entity entity, int ind) {
        return switch (entity) {
            case PIN ->
                "{\"index\":%d,\"unique_id\":\"u%d\",\"title\":\"t%d\",\"follower_count\":\"%s\",\"category\":\"%s\"}"
                        .formatted(ind, ind, random.nextInt(), count(), any(CATEGORIES));
            case GEO ->
                "{\"ind\":%d,\"timestamp\":\"%s\",\"latitude\":%d,\"longitude\":%d,\"country\":\"%s\"}"
                        .formatted(
                                ind,
                                date(2017, 2023),
                                random.nextInt(200) - 100,
                                random.nextInt(360) - 180,
                                any(COUNTRIES));
            case USER ->
                "{\"ind\":%d,\"first_name\":\"Ann\",\"last_name\":\"L%d\",\"age\":%s,\"date_joined\":\"%s\"}"
                        .formatted(ind, random.nextInt(9), age(), date(2014, 2021));
        };
    }

    static Entity anyEntity(Random random) {
        return List.of(Entity.values()).get(random.nextInt(Entity.values().length));
    }

    private String count() {
        return random.nextInt(10) == 0 ? "many" : random.nextInt(1000) + any(List.of("", "k", "M"));
    }

    private String age() {
        return random.nextInt(10) == 0 ? any(List.of("null", "151", "\"old\"")) : Integer.toString(random.nextInt(80));
    }

    private String date(int first, int last) {
        // Few days, so that persons come again.
        return "%d-0%d-01 00:00:00".formatted(first + random.nextInt(last - first + 1), 1 + random.nextInt(2));
    }

    /** The index as the source writes it, nothing, or something else. */
    private byte[] key(int ind) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> null;
            case 3 -> bytes("\"" + random.nextInt(posts) + "\"");
            default -> bytes(Integer.toString(ind));
        };
    }

    static Entity other(Entity entity) {
        return switch (entity) {
            case PIN -> Entity.GEO;
            case GEO -> Entity.USER;
            case USER -> Entity.PIN;
        };
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
