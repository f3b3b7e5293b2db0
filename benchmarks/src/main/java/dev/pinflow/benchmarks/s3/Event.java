package dev.pinflow.benchmarks.s3;

import java.util.List;

/**
 * A made-up event of 283 bytes of JSON on average. Its content follows from its place alone, so that the objects which
 * a sink writes can be told in advance.
 *
 * @param timestamp the record's, in milliseconds
 */
record Event(long id, long timestamp, String json) {
    private static final long FIRST_TIMESTAMP = 1_735_689_600_000L;
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1", "ap-south-1");
    private static final List<String> CURRENCIES = List.of("USD", "EUR", "JPY", "GBP");
    private static final List<String> CITIES = List.of("Lyon", "Osaka", "Boston", "Graz", "Porto");

    /** @param step milliseconds from one record to the next */
    static Event of(int topic, int partition, long id, long step) {
        long timestamp = FIRST_TIMESTAMP + id * step;
        long hash = (id * 0x9E3779B97F4A7C15L) ^ ((topic * 31L + partition) * 0xC2B2AE3D27D4EB4FL);
        hash ^= hash >>> 29;
        int user = (int) ((hash >>> 8) & 0xFFFF);
        return new Event(id, timestamp, json(id, timestamp, hash, user));
    }

    private static String json(long id, long timestamp, long hash, int user) {
        return "{\"id\":" + id + ",\"ts\":" + timestamp + ",\"user\":\"user-" + user + "\",\"email\":\"user" + user
                + "@example.org\",\"amount\":" + user % 10_000 + "." + (10 + user % 89) + ",\"currency\":\""
                + CURRENCIES.get(user & 3) + "\",\"active\":" + (user % 2 == 0) + ",\"region\":\""
                + REGIONS.get(user % 3) + "\",\"tags\":[\"t" + user % 7 + "\",\"t" + user % 11
                + "\",\"promo\"],\"address\":{\"street\":\"" + user % 400 + " Long Street\",\"zip\":\""
                + (10_000 + user % 80_000) + "\",\"city\":\"" + CITIES.get(user % 5) + "\"},\"note\":\"free text "
                + Long.toHexString(hash) + "\"}";
    }

    /** With the schema before it, as JsonConverter reads it when {@code schemas.enable} is on. */
    String envelope() {
        return SCHEMA_BEFORE + json + "}";
    }

    private static final String SCHEMA_BEFORE = "{\"schema\":" + """
            {"type":"struct","optional":false,"name":"bench.Event","fields":[
            {"type":"int64","optional":false,"field":"id"},
            {"type":"int64","optional":false,"name":"org.apache.kafka.connect.data.Timestamp","version":1,"field":"ts"},
            {"type":"string","optional":false,"field":"user"},
            {"type":"string","optional":true,"field":"email"},
            {"type":"double","optional":false,"field":"amount"},
            {"type":"string","optional":false,"field":"currency"},
            {"type":"boolean","optional":false,"field":"active"},
            {"type":"string","optional":false,"field":"region"},
            {"type":"array","items":{"type":"string","optional":false},"optional":false,"field":"tags"},
            {"type":"struct","fields":[{"type":"string","optional":false,"field":"street"},
            {"type":"string","optional":false,"field":"zip"},{"type":"string","optional":false,"field":"city"}],
            "optional":false,"name":"bench.Address","field":"address"},
            {"type":"string","optional":true,"field":"note"}]}""".replace("\n", "") + ",\"payload\":";
}
