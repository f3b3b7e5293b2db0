package dev.pinflow.cli.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SamplePostsTest {
    private static final long SEED = 100;
    private static final int COUNT = SamplePosts.FULL_COUNT;

    /** Rows in which the rates of the data contract's section 4 were counted. */
    private static final double COUNTED = 3329;

    private static final List<Post> POSTS =
            new SamplePosts(SEED, COUNT).stream().toList();

    @Test
    void makesTheSameFullDataSetEverywhere() throws NoSuchAlgorithmException {
        assertThat(fingerprint(POSTS)).isEqualTo("cc3c949999fc912b40dea072b6f0947ddfca02cde6ae6849e86f054dd149b53c");
    }

    @Test
    void isTheSameUnderAnyLocaleAndTimeZone() throws NoSuchAlgorithmException {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            assertThat(fingerprint(new SamplePosts(SEED, COUNT).stream().toList()))
                    .isEqualTo(fingerprint(POSTS));
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void differsFromSeedToSeed() {
        assertThat(new SamplePosts(SEED + 1, 50).stream())
                .doesNotContainAnyElementsOf(new SamplePosts(SEED, 50).stream().toList());
    }

    @Test
    void numbersThePostsWithoutGapsInTableOrder() {
        assertThat(POSTS)
                .extracting(post -> post.pin().index())
                .isSorted()
                .hasSize(COUNT)
                .startsWith(0)
                .endsWith(COUNT - 1);
        assertThat(POSTS)
                .allMatch(post -> post.geo().ind() == post.pin().index()
                        && post.user().ind() == post.pin().index());
    }

    @Test
    void sortsTheTableByItsThirteenCategories() {
        assertThat(POSTS).extracting(post -> post.pin().category()).isSorted();
        assertThat(countBy(post -> post.pin().category()))
                .hasSize(13)
                .allSatisfy((category, posts) -> assertThat(posts).as(category).isBetween(700L, 1050L));
        assertThat(POSTS)
                .allMatch(post -> post.pin()
                        .saveLocation()
                        .equals("Local save in /data/" + post.pin().category()));
    }

    @Test
    void placesEachSentinelAsOftenAsRealRowsDo() {
        assertRate(24, pin -> pin.title().equals("No Title Data Available"));
        assertRate(235, pin -> pin.description().equals("No description available Story format"));
        assertRate(53, pin -> pin.description().equals("No description available"));
        assertRate(1, pin -> pin.description().equals("Untitled"));
        assertRate(24, pin -> pin.posterName().equals("User Info Error"));
        assertRate(24, pin -> pin.followerCount().equals("User Info Error"));
        assertRate(44, pin -> pin.tagList().equals("N,o, ,T,a,g,s, ,A,v,a,i,l,a,b,l,e"));
        assertRate(83, pin -> pin.imageSrc().equals("Image src error."));
    }

    @Test
    void losesAWholePageAtOnceAsRealRowsDo() {
        assertThat(POSTS.stream().map(Post::pin).filter(pin -> pin.title().equals("No Title Data Available")))
                .isNotEmpty()
                .allSatisfy(pin -> {
                    assertThat(pin.posterName()).isEqualTo("User Info Error");
                    assertThat(pin.followerCount()).isEqualTo("User Info Error");
                    assertThat(pin.tagList()).isEqualTo("N,o, ,T,a,g,s, ,A,v,a,i,l,a,b,l,e");
                    assertThat(pin.imageSrc()).isEqualTo("Image src error.");
                });
        assertThat(POSTS.stream().map(Post::pin))
                .allMatch(pin -> pin.posterName().equals("User Info Error")
                        == pin.title().equals("No Title Data Available"));
    }

    @Test
    void splitsTheMediaAsRealRowsDo() {
        assertThat(share(pin -> pin.isImageOrVideo().equals("image"))).isCloseTo(.90, within(.005));
        assertThat(share(pin -> pin.isImageOrVideo().equals("multi-video(story page format)")))
                .isCloseTo(.07, within(.005));
        assertThat(share(pin -> pin.isImageOrVideo().equals("video"))).isCloseTo(.03, within(.005));
    }

    @Test
    void downloadsAllButLostImages() {
        assertThat(POSTS.stream().map(Post::pin))
                .allMatch(pin -> pin.downloaded() == (pin.imageSrc().equals("Image src error.") ? 0 : 1));
    }

    @Test
    void keepsTextsWithinTheLengthsOfRealOnes() {
        assertThat(longest(PinRow::title)).isBetween(180, 199);
        assertThat(longest(PinRow::description)).isEqualTo(180);
        assertThat(longest(PinRow::posterName)).isBetween(60, 268);
        assertThat(longest(PinRow::tagList)).isBetween(200, 254);
    }

    @Test
    void dirtiesTextsAsRealOnesAre() {
        assertThat(share(pin -> pin.description().endsWith("…\u00a0"))).isCloseTo(.364, within(.02));
        assertThat(share(pin -> pin.title().isEmpty())).isBetween(.0001, .001);
        assertThat(share(pin -> pin.title().contains("\n"))).isCloseTo(.0018, within(.001));
        assertThat(share(pin -> pin.title().contains("\u00a0"))).isCloseTo(.0027, within(.0015));
        assertThat(share(pin -> !pin.title().equals(pin.title().strip()))).isCloseTo(.0018, within(.001));
        assertThat(share(pin -> pin.title().codePoints().anyMatch(Character::isSupplementaryCodePoint)))
                .isCloseTo(.008, within(.004));
        assertThat(share(pin -> !pin.posterName().equals(pin.posterName().strip())))
                .isCloseTo(.017, within(.012));
    }

    @Test
    void writesFollowerCountsInTheFormsOfRealOnes() {
        assertThat(POSTS.stream().map(post -> post.pin().followerCount()))
                .allMatch(count -> count.matches("\\d{1,3}|\\d{1,3}k|\\d{1,2}M|User Info Error"));
        assertThat(share(pin -> pin.followerCount().endsWith("k"))).isCloseTo(.74, within(.05));
        assertThat(share(pin -> pin.followerCount().endsWith("M"))).isCloseTo(.08, within(.03));
        assertThat(share(pin -> pin.followerCount().matches("\\d+"))).isCloseTo(.17, within(.04));
        assertThat(POSTS.stream()
                        .map(post -> post.pin().followerCount())
                        .filter(count -> count.endsWith("M"))
                        .mapToInt(count -> Integer.parseInt(count.substring(0, count.length() - 1)))
                        .max()
                        .orElseThrow())
                .isBetween(10, 15);
    }

    @Test
    void repeatsUsersAsRealRowsDo() {
        Map<List<?>, Long> users = countBy(post -> List.of(
                post.user().firstName(),
                post.user().lastName(),
                post.user().age(),
                post.user().dateJoined()));
        assertThat(users.size()).isBetween(4750, 5250);
        assertThat(Collections.max(users.values())).isBetween(210L, 280L);
        assertThat(POSTS)
                .extracting(post -> post.user().age())
                .allMatch(age -> age >= 20 && age <= 60)
                .contains(20, 60);
    }

    @Test
    void keepsToTheDatesOfRealRows() {
        assertThat(POSTS).extracting(post -> post.geo().timestamp()).doesNotHaveDuplicates();
        assertThat(POSTS).allSatisfy(post -> {
            assertThat(post.geo().timestamp())
                    .isBetween(LocalDateTime.parse("2017-10-19T00:00:00"), LocalDateTime.parse("2022-10-19T23:59:59"));
            assertThat(post.user().dateJoined())
                    .isBetween(LocalDateTime.parse("2015-10-21T00:00:00"), LocalDateTime.parse("2017-10-20T23:59:59"))
                    .isBeforeOrEqualTo(post.geo().timestamp());
        });
    }

    @Test
    void visitsAllCountriesWithCoordinatesThatFloatColumnsShowUnchanged() {
        assertThat(countBy(post -> post.geo().country()))
                .hasSize(243)
                .containsKeys("Cote d'Ivoire", "Antarctica (the territory South of 60 deg S)");
        assertThat(POSTS).allSatisfy(post -> {
            assertThat(Float.toString(post.geo().latitude())).matches("-?\\d{1,2}\\.\\d{1,4}|-?\\d\\.\\d+E-\\d");
            assertThat(Float.toString(post.geo().longitude()))
                    .matches("-?\\d{1,2}\\.\\d{1,4}|-?1\\d\\d\\.\\d{1,3}|-?\\d\\.\\d+E-\\d");
        });
    }

    @Test
    void givesEachPinAnIdOfItsOwn() {
        assertThat(POSTS)
                .extracting(post -> post.pin().uniqueId())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void refusesCountsThatItCannotMake() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SamplePosts(SEED, 0))
                .withMessage("The number of posts must be between 1 and 100000000, not 0.");
        assertThatIllegalArgumentException().isThrownBy(() -> new SamplePosts(SEED, SamplePosts.MAX_COUNT + 1));
        assertThatThrownBy(() -> new SamplePosts(SEED, 3).post(3)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Property(tries = 10)
    void keepsItsRulesForAnySeedAndCount(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int count) {
        List<Post> posts = new SamplePosts(seed, count).stream().toList();
        assertThat(posts).hasSize(count);
        assertThat(posts).extracting(post -> post.pin().category()).isSorted();
        assertThat(posts).extracting(post -> post.geo().timestamp()).doesNotHaveDuplicates();
        assertThat(posts)
                .allMatch(post -> !post.user().dateJoined().isAfter(post.geo().timestamp()));
    }

    private static void assertRate(int among, Predicate<PinRow> having) {
        assertThat((double) POSTS.stream().map(Post::pin).filter(having).count())
                .isCloseTo(among * COUNT / COUNTED, within(1.0));
    }

    private static double share(Predicate<PinRow> having) {
        return POSTS.stream().map(Post::pin).filter(having).count() / (double) COUNT;
    }

    private static int longest(Function<PinRow, String> column) {
        return POSTS.stream()
                .map(Post::pin)
                .map(column)
                .mapToInt(text -> text.codePointCount(0, text.length()))
                .max()
                .orElseThrow();
    }

    private static <K> Map<K, Long> countBy(Function<Post, K> key) {
        return POSTS.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static String fingerprint(List<Post> posts) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        posts.forEach(post -> digest.update(portable(post).getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** JDK 19 changed how floats are written. */
    private static String portable(Post post) {
        GeoRow geo = post.geo();
        return String.join(
                "\n",
                post.pin().toString(),
                geo.timestamp().toString(),
                Integer.toString(Float.floatToIntBits(geo.latitude())),
                Integer.toString(Float.floatToIntBits(geo.longitude())),
                geo.country(),
                post.user().toString());
    }
}
