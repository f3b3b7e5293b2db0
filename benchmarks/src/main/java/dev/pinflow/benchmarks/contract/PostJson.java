package dev.pinflow.benchmarks.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pinflow.cli.sample.GeoRow;
import dev.pinflow.cli.sample.PinRow;
import dev.pinflow.cli.sample.UserRow;
import java.time.format.DateTimeFormatter;

/** The rows of a sample post as the source connector posts them. */
public final class PostJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private PostJson() {}

    public static byte[] of(PinRow pin) {
        return bytes(JSON.createObjectNode()
                .put("index", pin.index())
                .put("unique_id", pin.uniqueId())
                .put("title", pin.title())
                .put("description", pin.description())
                .put("poster_name", pin.posterName())
                .put("follower_count", pin.followerCount())
                .put("tag_list", pin.tagList())
                .put("is_image_or_video", pin.isImageOrVideo())
                .put("image_src", pin.imageSrc())
                .put("downloaded", pin.downloaded())
                .put("save_location", pin.saveLocation())
                .put("category", pin.category()));
    }

    public static byte[] of(GeoRow geo) {
        return bytes(JSON.createObjectNode()
                .put("ind", geo.ind())
                .put("timestamp", SECONDS.format(geo.timestamp()))
                .put("latitude", geo.latitude())
                .put("longitude", geo.longitude())
                .put("country", geo.country()));
    }

    public static byte[] of(UserRow user) {
        return bytes(JSON.createObjectNode()
                .put("ind", user.ind())
                .put("first_name", user.firstName())
                .put("last_name", user.lastName())
                .put("age", user.age())
                .put("date_joined", SECONDS.format(user.dateJoined())));
    }

    private static byte[] bytes(ObjectNode row) {
        try {
            return JSON.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object node is always JSON.", e);
        }
    }
}
