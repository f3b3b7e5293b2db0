package dev.pinflow.contract;

import java.util.List;

/** The three kinds of record that make up one posting. */
public enum Entity {
    PIN(
            "pin",
            List.of(
                    "index",
                    "unique_id",
                    "title",
                    "description",
                    "poster_name",
                    "follower_count",
                    "tag_list",
                    "is_image_or_video",
                    "image_src",
                    "downloaded",
                    "save_location",
                    "category")),
    GEO("geo", List.of("ind", "timestamp", "latitude", "longitude", "country")),
    USER("user", List.of("ind", "first_name", "last_name", "age", "date_joined"));

    private final String suffix;

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> columns;

    Entity(String suffix, List<String> columns) {
        this.suffix = suffix;
        this.columns = columns;
    }

    /** The last element of the entity's topic names: {@code pin}, {@code geo} or {@code user}. */
    public String suffix() {
        return suffix;
    }

    /** The columns of the source table, which are the members of a raw record, in table order. */
    public List<String> columns() {
        return columns;
    }

    /** The column that holds the post index: {@code index} for pins, {@code ind} for the others. */
    public String keyColumn() {
        return columns.get(0);
    }
}
