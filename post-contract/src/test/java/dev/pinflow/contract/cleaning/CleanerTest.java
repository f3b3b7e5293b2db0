package dev.pinflow.contract.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Entity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CleanerTest {
    private static final String PIN = """
            {"index":7528,"unique_id":"fbe53c66","title":" A\\nTitle ","description":"Text…\u00A0","poster_name":"Ann ",
             "follower_count":"5k","tag_list":"a,b","is_image_or_video":"image","image_src":"https://i.example/a.jpg",
             "downloaded":1,"save_location":"Local save in /data/mens-fashion","category":" mens-fashion "}""";
    private static final String GEO = """
            {"ind":7528,"timestamp":"2020-08-28T03:52:47","latitude":-89.9787,"longitude":-173.293,"country":"Albania"}""";
    private static final String USER = """
            {"ind":7528,"first_name":" Abigail","last_name":"Ali\u00A0","age":20,"date_joined":"2015-10-24 11:23:51"}""";

    @Test
    void cleansAPin() {
        GenericRecord pin = curated(Entity.PIN, PIN).record();
        assertThat(pin.get("ind")).isEqualTo(7528);
        assertThat(pin.get("title")).isEqualTo(" A\nTitle ");
        assertThat(pin.get("description")).isEqualTo("Text…\u00A0");
        assertThat(pin.get("poster_name")).isEqualTo("Ann ");
        assertThat(pin.get("follower_count")).isEqualTo(5000);
        assertThat(pin.get("save_location")).isEqualTo("/data/mens-fashion");
        assertThat(pin.get("category")).isEqualTo("mens-fashion");
        assertThat(pin.get("defects")).isEqualTo(List.of());
        assertThat(GenericData.get().validate(pin.getSchema(), pin)).isTrue();
    }

    @Test
    void cleansAGeolocation() {
        GenericRecord geo = curated(Entity.GEO, GEO).record();
        assertThat(geo.get("coordinates")).isEqualTo(List.of(-89.9787, -173.293));
        assertThat(geo.get("timestamp")).isEqualTo(1598586767000L);
        assertThat(geo.get("country")).isEqualTo("Albania");
        assertThat(GenericData.get().validate(geo.getSchema(), geo)).isTrue();
    }

    @Test
    void cleansAUser() {
        GenericRecord user = curated(Entity.USER, USER).record();
        assertThat(user.get("user_name")).isEqualTo("Abigail Ali");
        assertThat(user.get("age")).isEqualTo(20);
        assertThat(user.get("date_joined")).isEqualTo(1445685831000L);
        assertThat(GenericData.get().validate(user.getSchema(), user)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "title, No Title Data Available",
                "title, null",
                "title, \" \\u00A0 \"",
                "description, No description available Story format",
                "description, \" No description available \"",
                "description, Untitled",
                "poster_name, User Info Error",
                "follower_count, User Info Error",
                "follower_count, None",
                "tag_list, \"N,o, ,T,a,g,s, ,A,v,a,i,l,a,b,l,e\"",
                "image_src, Image src error.",
                "image_src, Image src error",
                "is_image_or_video, \"\"",
            })
    void placeholdersBecomeNullWithoutADefect(String column, String value) {
        Curated pin = curated(Entity.PIN, pinWith(column, "\"" + value + "\""));
        assertThat(pin.record().get(column)).isNull();
        assertThat(pin.defects()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "title, no title data available",
        "title, No Title Data Available yet",
        "description, Untitled 2",
        "poster_name, NULL",
    })
    void placeholdersAreTheWholeTrimmedValueInTheirOwnCase(String column, String value) {
        assertThat(curated(Entity.PIN, pinWith(column, "\"" + value + "\""))
                        .record()
                        .get(column))
                .isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "follower_count, `\"lots\"`, follower_count:not-a-count",
                "follower_count, -3, follower_count:not-a-count",
                "follower_count, true, follower_count:not-a-count",
                "title, 5, title:not-text",
                "title, {}, title:not-text",
                "title, `\"\\ud83d\"`, title:not-unicode",
            })
    void aBrokenOptionalColumnBecomesNullAndADefect(String column, String json, String defect) {
        Curated pin = curated(Entity.PIN, pinWith(column, json));
        assertThat(pin.record().get(column)).isNull();
        assertThat(pin.defects()).containsExactly(defect);
        assertThat(pin.record().get("defects")).isEqualTo(List.of(defect));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`\"latitude\":91,\"longitude\":0`, coordinates:out-of-range",
                "`\"latitude\":0,\"longitude\":-180.01`, coordinates:out-of-range",
                "`\"latitude\":0`, coordinates:missing",
                "`\"latitude\":null,\"longitude\":null`, coordinates:missing",
                "`\"latitude\":\"north\",\"longitude\":1`, coordinates:not-a-number",
                "`\"latitude\":[],\"longitude\":1`, coordinates:not-a-number",
                "`\"latitude\":1e400,\"longitude\":1`, coordinates:out-of-range",
            })
    void halfAPointIsNoPoint(String members, String defect) {
        Curated geo = curated(Entity.GEO, "{\"ind\":1,\"timestamp\":0,\"country\":\"Chad\"," + members + "}");
        assertThat(geo.record().get("coordinates")).isNull();
        assertThat(geo.defects()).containsExactly(defect);
    }

    @ParameterizedTest
    @CsvSource({
        "-1, age:out-of-range",
        "151, age:out-of-range",
        "20.5, age:not-a-whole-number",
        "[], age:not-a-whole-number"
    })
    void anImpossibleAgeBecomesNullAndADefect(String age, String defect) {
        Curated user = curated(Entity.USER, USER.replace("\"age\":20", "\"age\":" + age));
        assertThat(user.record().get("age")).isNull();
        assertThat(user.defects()).containsExactly(defect);
    }

    @ParameterizedTest
    @ValueSource(strings = {"7528", "7528.0", "\"7528\"", "\" 7528 \"", "7.528e3"})
    void theIndexMayBeWrittenInSeveralWays(String index) {
        assertThat(curated(Entity.PIN, PIN.replace("7528", index)).ind()).isEqualTo(7528);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "-1 | out-of-range",
                "2147483648 | out-of-range",
                "1e999999999 | wrong-kind",
                "75.5 | wrong-kind",
                "\"x\" | wrong-kind",
                "true | wrong-kind",
                "null | missing-member",
                "\"\" | missing-member",
                "NaN | not-json",
                "1,\"index\":2 | duplicate-member",
            })
    void anUnusableIndexRejectsThePin(String index, String reason) {
        assertThat(rejected(Entity.PIN, PIN.replace("7528", index)).reason().code())
                .isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | not-json",
                "{ | not-json",
                "{\"ind\":1} x | not-json",
                "{\"ind\":Infinity} | not-json",
                "5 | not-an-object",
                "null | not-an-object",
                "[] | not-an-object",
                "[{},{}] | not-an-object",
                "[[{}]] | not-an-object",
                "\"\\\"{}\\\"\" | not-an-object",
                "{} | missing-member",
                "{\"x\":{\"a\":1,\"a\":2}} | duplicate-member",
                "{\"x\":1,\"x\":2} | duplicate-member",
                "{\"ind\":1,\"country\":\"Chad\",\"timestamp\":\"never\"} | wrong-kind",
                "{\"ind\":1,\"country\":7,\"timestamp\":1} | wrong-kind",
                "{\"ind\":1,\"country\":\"None\",\"timestamp\":1} | missing-member",
                "{\"ind\":1,\"first_name\":\"Ann\",\"date_joined\":1} | wrong-entity",
            })
    void namesTheReasonOfARejection(String json, String reason) {
        Rejected rejected = rejected(Entity.GEO, json);
        assertThat(rejected.reason().code()).isEqualTo(reason);
        assertThat(rejected.message()).endsWith(".").doesNotContain("\n");
    }

    @Test
    void rejectsATombstone() {
        assertThat(Cleaner.of(Entity.PIN).clean(null))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo(RejectReason.NULL_VALUE));
    }

    @Test
    void rejectsBytesThatAreNoUtf8() {
        byte[] bytes = PIN.getBytes(StandardCharsets.ISO_8859_1);
        assertThat(Cleaner.of(Entity.PIN).clean(bytes))
                .isInstanceOfSatisfying(
                        Rejected.class, r -> assertThat(r.reason()).isEqualTo(RejectReason.NOT_JSON));
    }

    @Test
    void unwrapsOneArrayAndOneString() {
        String escaped = "\"" + GEO.replace("\"", "\\\"") + "\"";
        assertThat(curated(Entity.GEO, "[" + GEO + "]").ind()).isEqualTo(7528);
        assertThat(curated(Entity.GEO, escaped).ind()).isEqualTo(7528);
        assertThat(curated(Entity.GEO, "[" + escaped + "]").ind()).isEqualTo(7528);
    }

    @Test
    void oneOfTheTwoNamesSufficesButAWrongOneDoesNotVanish() {
        assertThat(curated(Entity.USER, USER.replace(" Abigail", "null"))
                        .record()
                        .get("user_name"))
                .isEqualTo("Ali");
        assertThat(rejected(Entity.USER, USER.replace("\" Abigail\"", "5")).field())
                .isEqualTo("first_name");
        assertThat(rejected(Entity.USER, USER.replace(" Abigail", "").replace("Ali\u00A0", " "))
                        .reason())
                .isEqualTo(RejectReason.MISSING_MEMBER);
    }

    @Test
    void countsMembersThatTheContractDoesNotKnow() {
        assertThat(curated(Entity.GEO, GEO.replace("{", "{\"likes\":[{\"a\":1},{\"a\":2}],\"x\":0,"))
                        .ignoredMembers())
                .isEqualTo(2);
    }

    @Property
    void noBytesEverMakeItThrow(@ForAll byte[] bytes) {
        assertThat(Cleaner.of(Entity.USER).clean(bytes)).isNotNull();
    }

    @Property
    void anyTextSurvivesAsReceivedOrIsNull(@ForAll String text) {
        String title = new String(
                com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance().quoteAsString(text));
        CleaningResult result = Cleaner.of(Entity.PIN)
                .clean(pinWith("title", "\"" + title + "\"").getBytes(StandardCharsets.UTF_8));
        assertThat(result)
                .isInstanceOfSatisfying(
                        Curated.class,
                        pin -> assertThat(pin.record().get("title")).isIn(text, null));
    }

    private static String pinWith(String column, String json) {
        return "{\"index\":1,\"unique_id\":\"u\",\"category\":\"art\",\"" + column + "\":" + json + "}";
    }

    private static Curated curated(Entity entity, String json) {
        CleaningResult result = Cleaner.of(entity).clean(json.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(Curated.class);
        return (Curated) result;
    }

    private static Rejected rejected(Entity entity, String json) {
        CleaningResult result = Cleaner.of(entity).clean(json.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(Rejected.class);
        return (Rejected) result;
    }
}
