package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Sentinels;
import java.util.List;
import java.util.Set;
import org.apache.avro.generic.GenericData;

/** Pin rows; {@code downloaded} is dropped because it only repeats whether image_src is a sentinel. */
final class PinRules implements EntityRules {
    private static final List<String> PLAIN_TEXTS =
            List.of("title", "description", "poster_name", "tag_list", "is_image_or_video", "image_src");

    private final int index;
    private final int uniqueId;
    private final int followerCount;
    private final int saveLocation;
    private final int category;
    private final List<PlainText> plainTexts;

    private record PlainText(String column, int place, Set<String> sentinels) {}

    PinRules(RawRecord.Columns columns) {
        this.index = columns.place("index");
        this.uniqueId = columns.place("unique_id");
        this.followerCount = columns.place("follower_count");
        this.saveLocation = columns.place("save_location");
        this.category = columns.place("category");
        this.plainTexts = PLAIN_TEXTS.stream()
                .map(column -> new PlainText(column, columns.place(column), Sentinels.of(column)))
                .toList();
    }

    @Override
    public void apply(MemberRules members, GenericData.Record record) throws RejectedException {
        record.put("ind", members.index(index));
        record.put("unique_id", members.requiredText(uniqueId));
        record.put("category", Whitespace.trim(members.requiredText(category)));
        for (PlainText text : plainTexts) {
            record.put(text.column, members.optionalText(text.place, text.sentinels));
        }
        record.put("follower_count", members.optionalCount(followerCount, Sentinels.of("follower_count")));
        record.put("save_location", withoutPrefix(members.optionalText(saveLocation, Set.of())));
    }

    private static String withoutPrefix(String location) {
        if (location == null || !location.startsWith(Sentinels.SAVE_LOCATION_PREFIX)) {
            return location;
        }
        String path = location.substring(Sentinels.SAVE_LOCATION_PREFIX.length());
        return Whitespace.trim(path).isEmpty() ? null : path;
    }
}
