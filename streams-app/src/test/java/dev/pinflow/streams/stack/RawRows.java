package dev.pinflow.streams.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.Entity;

/** Raw records as they are posted, all good. */
public final class RawRows {
    private RawRows() {}

    /** The row of that index: an artful post from Albania in 2020 by Ann Lee, aged 36, who joined in 2015. */
    public static byte[] of(Entity entity, int ind) {
        String row = switch (entity) {
            case PIN -> pin(ind, "art");
            case GEO -> geo(ind, "Albania");
            case USER -> user(ind, 36);
        };
        return row.getBytes(UTF_8);
    }

    public static String pin(int ind, String category) {
        return "{\"index\":%d,\"unique_id\":\"u%d\",\"title\":\"A title\",\"follower_count\":\"12k\",\"category\":\"%s\"}"
                .formatted(ind, ind, category);
    }

    public static String geo(int ind, String country) {
        return "{\"ind\":%d,\"timestamp\":\"2020-08-28T03:52:47\",\"latitude\":1.5,\"longitude\":2.5,\"country\":\"%s\"}"
                .formatted(ind, country);
    }

    public static String user(int ind, int age) {
        return "{\"ind\":%d,\"first_name\":\"Ann\",\"last_name\":\"Lee\",\"age\":%d,\"date_joined\":\"2015-12-08 20:02:43\"}"
                .formatted(ind, age);
    }
}
