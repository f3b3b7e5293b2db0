package dev.pinflow.benchmarks.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pinflow.cli.sample.PinRow;

/** A sample pin as the source connector posts it. */
final class PinJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private PinJson() {}

    static byte[] of(PinRow pin) {
        ObjectNode row = JSON.createObjectNode()
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
                .put("category", pin.category());
        try {
            return JSON.writeValueAsBytes(row);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An object node is always JSON.", e);
        }
    }
}
