package dev.pinflow.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.cleaning.Cleaner;
import dev.pinflow.contract.cleaning.CleaningResult;
import dev.pinflow.contract.cleaning.Curated;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Generated posts, posted as the source connector does, against the cleaning rules. */
class CleanedSamplePostsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Post> POSTS = new SamplePosts(SamplePosts.DEFAULT_SEED, SamplePosts.FULL_COUNT)
            .stream().toList();

    @Test
    void keepsEveryPinAndOnlyNullsItsSentinels() {
        List<Curated> pins = curated(Entity.PIN, post -> cells(post.pin()));
        assertThat(nulls(pins, "title"))
                .isEqualTo(rows(pin -> pin.title().equals("No Title Data Available")
                        || pin.title().isBlank()));
        assertThat(nulls(pins, "description"))
                .isEqualTo(rows(pin -> pin.description().startsWith("No description available")
                        || pin.description().equals("Untitled")));
        assertThat(nulls(pins, "poster_name"))
                .isEqualTo(rows(pin -> pin.posterName().equals("User Info Error")));
        assertThat(nulls(pins, "follower_count"))
                .isEqualTo(rows(pin -> pin.followerCount().equals("User Info Error")));
        assertThat(nulls(pins, "tag_list")).isEqualTo(rows(pin -> pin.tagList().startsWith("N,o, ")));
        assertThat(nulls(pins, "image_src")).isEqualTo(rows(pin -> pin.downloaded() == 0));
    }

    @Test
    void keepsEveryGeoAndUserRowWhole() {
        assertThat(nulls(curated(Entity.GEO, post -> cells(post.geo())), "coordinates"))
                .isZero();
        assertThat(nulls(curated(Entity.USER, post -> cells(post.user())), "age"))
                .isZero();
    }

    private static List<Curated> curated(Entity entity, Function<Post, List<Object>> cells) {
        Cleaner cleaner = Cleaner.of(entity);
        List<Curated> curated = POSTS.stream()
                .map(post -> cleaner.clean(json(entity, cells.apply(post))))
                .map(CleanedSamplePostsTest::kept)
                .toList();
        assertThat(curated)
                .hasSize(POSTS.size())
                .allMatch(record -> record.defects().isEmpty());
        return curated;
    }

    private static Curated kept(CleaningResult result) {
        if (result instanceof Curated curated) {
            return curated;
        }
        throw new AssertionError(result);
    }

    private static long nulls(List<Curated> curated, String field) {
        return curated.stream().filter(each -> each.record().get(field) == null).count();
    }

    private static long rows(Function<PinRow, Boolean> having) {
        return POSTS.stream().map(Post::pin).filter(having::apply).count();
    }

    private static byte[] json(Entity entity, List<Object> cells) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int place = 0; place < cells.size(); place++) {
            members.put(entity.columns().get(place), cells.get(place));
        }
        try {
            return JSON.writeValueAsBytes(members);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static List<Object> cells(PinRow pin) {
        return List.of(
                pin.index(),
                pin.uniqueId(),
                pin.title(),
                pin.description(),
                pin.posterName(),
                pin.followerCount(),
                pin.tagList(),
                pin.isImageOrVideo(),
                pin.imageSrc(),
                pin.downloaded(),
                pin.saveLocation(),
                pin.category());
    }

    private static List<Object> cells(GeoRow geo) {
        return Stream.<Object>of(geo.ind(), text(geo.timestamp()), geo.latitude(), geo.longitude(), geo.country())
                .toList();
    }

    private static List<Object> cells(UserRow user) {
        return Stream.<Object>of(user.ind(), user.firstName(), user.lastName(), user.age(), text(user.dateJoined()))
                .toList();
    }

    private static String text(LocalDateTime dateTime) {
        return DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(dateTime);
    }
}
