package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Sentinels;
import java.util.stream.Stream;
import org.apache.avro.generic.GenericData;

/** Pin rows; {@code downloaded} is dropped because it only repeats whether image_src is a sentinel. */
final class PinRules implements EntityRules {
    private final Column index = Column.of(Entity.PIN, "index", "ind");
    private final Column uniqueId = Column.of(Entity.PIN, "unique_id");
    private final Column followerCount = Column.of(Entity.PIN, "follower_count");
    private final Column saveLocation = Column.of(Entity.PIN, "save_location");
    private final Column category = Column.of(Entity.PIN, "category");
    private final Column[] plainTexts = Stream.of(
                    "title", "description", "poster_name", "tag_list", "is_image_or_video", "image_src")
            .map(name -> Column.of(Entity.PIN, name))
            .toArray(Column[]::new);

    @Override
    public void apply(MemberRules members, GenericData.Record record) throws RejectedException {
        record.put(index.field(), members.index(index));
        record.put(uniqueId.field(), members.requiredText(uniqueId));
        record.put(category.field(), Whitespace.trim(members.requiredText(category)));
        for (Column text : plainTexts) {
            record.put(text.field(), members.optionalText(text));
        }
        record.put(followerCount.field(), members.optionalCount(followerCount));
        record.put(saveLocation.field(), withoutPrefix(members.optionalText(saveLocation)));
    }

    private static String withoutPrefix(String location) {
        if (location == null || !location.startsWith(Sentinels.SAVE_LOCATION_PREFIX)) {
            return location;
        }
        String path = location.substring(Sentinels.SAVE_LOCATION_PREFIX.length());
        return Whitespace.trim(path).isEmpty() ? null : path;
    }
}
