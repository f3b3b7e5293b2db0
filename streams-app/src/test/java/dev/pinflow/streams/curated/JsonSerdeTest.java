package dev.pinflow.streams.curated;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.cleaning.Cleaner;
import dev.pinflow.contract.cleaning.Curated;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonSerdeTest {
    private static final Topics TOPICS = new Topics("0123456789ab");

    private final Serde<GenericRecord> serde = new JsonSerde();

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadBackTheSame(@ForAll("records") GenericRecord record) {
        String topic = TOPICS.curated(entity(record));
        byte[] json = serde.serializer().serialize(topic, record);

        assertThat(new String(json, UTF_8)).doesNotContain("\n", "\r");
        assertThat(serde.deserializer().deserialize(topic, json)).isEqualTo(record);
    }

    @Provide
    Arbitrary<GenericRecord> records() {
        return Arbitraries.of(Entity.class).flatMap(entity -> AnyRecords.of(CuratedSchemas.of(entity)));
    }

    @Test
    void theMembersStandInTheSchemasOrderOnOneLine() {
        GenericRecord geo = cleaned(Entity.GEO, """
                {"country":"Cote d'\\nIvoire","timestamp":"2020-08-28T03:52:47","longitude":2e-3,"latitude":91,"ind":1}""");

        assertThat(written(Entity.GEO, geo)).isEqualTo("""
                {"ind":1,"country":"Cote d'\\nIvoire","coordinates":null,"timestamp":1598586767000,\
                "defects":["coordinates:out-of-range"]}""");
    }

    @Test
    void aDoubleHasNoMoreDigitsThanItNeeds() {
        GenericRecord geo = cleaned(
                Entity.GEO, "{\"ind\":1,\"timestamp\":0,\"country\":\"Chad\",\"latitude\":2e-3,\"longitude\":-0}");

        assertThat(written(Entity.GEO, geo)).contains("\"coordinates\":[0.002,-0.0]");
    }

    @Test
    void aTombstoneStaysATombstone() {
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
    }

    @Test
    void aMissingMemberWithADefaultIsItsDefault() {
        GenericRecord user = read(Entity.USER, "{\"date_joined\":0,\"user_name\":\"Ann\",\"ind\":1}");

        assertThat(user.get("age")).isNull();
        assertThat(user.get("defects")).isEqualTo(List.of());
        assertThat(GenericData.get().validate(user.getSchema(), user)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | it is not an object",
                "null | it is not an object",
                "[] | it is not an object",
                "{\"ind\":1 | Unexpected end-of-input",
                "{\"ind\":1,\"user_name\":\"Ann\",\"date_joined\":0}{} | something follows the object",
                "{\"ind\":1,\"user_name\":\"Ann\"} | the member 'date_joined' is missing",
                "{\"ind\":1,\"ind\":1} | Duplicate field 'ind'",
                "{\"index\":1} | the schema User has no member 'index'",
                "{\"ind\":\"1\"} | the member 'ind' must be of the type int",
                "{\"ind\":1.0} | the member 'ind' must be of the type int",
                "{\"ind\":null} | the member 'ind' must be of the type int",
                "{\"ind\":2147483648} | out of range of int",
                "{\"date_joined\":9223372036854775808} | out of range of long",
                "{\"user_name\":5} | the member 'user_name' must be of the type string",
                "{\"age\":{}} | the member 'age' must be of the type int",
                "{\"defects\":[1]} | the member 'defects' must be of the type string",
                "{\"defects\":\"a\"} | the member 'defects' must be of the type array",
            })
    void whatIsNotOursIsAnErrorThatTellsWhy(String json, String why) {
        assertThatThrownBy(() -> read(Entity.USER, json))
                .isInstanceOf(SerializationException.class)
                .hasMessageStartingWith("A record in the topic user-0123456789ab.curated.user is no curated record")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"NaN", "1e400", "true"})
    void aCoordinateThatIsNoNumberIsAnError(String coordinate) {
        assertThatThrownBy(() -> read(Entity.GEO, "{\"coordinates\":[" + coordinate + "]}"))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void bytesInAnotherEncodingAreAnError() {
        byte[] json = "{\"ind\":1,\"user_name\":\"Ann\u00e9\",\"date_joined\":0}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPICS.curated(Entity.USER), json))
                .isInstanceOf(SerializationException.class);
    }

    @Test
    void aTopicWithoutASchemaIsAnError() {
        assertThatThrownBy(() -> serde.deserializer().deserialize(TOPICS.raw(Entity.USER), new byte[0]))
                .isInstanceOf(SerializationException.class)
                .hasMessage("The topic user-0123456789ab.user is no curated topic, whose names end in .curated.pin"
                        + " or .curated.geo or .curated.user.");
    }

    @Test
    void aRecordThatDoesNotFitItsSchemaIsNotWritten() {
        GenericRecord geo = cleaned(Entity.GEO, "{\"ind\":1,\"timestamp\":0,\"country\":\"Chad\"}");
        geo.put("ind", "not a number");

        assertThatThrownBy(() -> written(Entity.GEO, geo))
                .isInstanceOf(SerializationException.class)
                .hasMessage("A record for the topic user-0123456789ab.curated.geo cannot be written as JSON:"
                        + " the member 'ind' holds what is no int in JSON.");
    }

    private static Entity entity(GenericRecord record) {
        return Entity.valueOf(record.getSchema().getName().toUpperCase(Locale.ROOT));
    }

    private String written(Entity entity, GenericRecord record) {
        return new String(serde.serializer().serialize(TOPICS.curated(entity), record), UTF_8);
    }

    private GenericRecord read(Entity entity, String json) {
        return serde.deserializer().deserialize(TOPICS.curated(entity), json.getBytes(UTF_8));
    }

    private static GenericRecord cleaned(Entity entity, String json) {
        return ((Curated) Cleaner.of(entity).clean(json.getBytes(UTF_8))).record();
    }
}
