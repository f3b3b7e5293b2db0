package dev.pinflow.connect.rds.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.ColumnType;
import dev.pinflow.connect.rds.reading.PostingTable;
import dev.pinflow.connect.rds.reading.TableShape;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.kafka.connect.data.Decimal;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DecoderTest {
    private static TableShape table(ColumnType... types) {
        List<Column> columns = Arrays.stream(types)
                .map(type -> new Column(type.name(), type, type == ColumnType.DECIMAL ? 2 : 0, true))
                .toList();
        return new TableShape(new PostingTable("geo", "geolocation_data", "ind"), columns, 0);
    }

    private static String json(ColumnType type, Object value) throws SQLException {
        byte[] bytes = new JsonDecoder(table(type), TypeChoices.preset()).decode(FakeRow.of(value));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void jsonHasTheColumnsInTableOrderAndNothingElse() throws SQLException {
        JsonDecoder decoder = new JsonDecoder(
                new TableShape(
                        new PostingTable("geo", "geolocation_data", "ind"),
                        List.of(
                                new Column("ind", ColumnType.INT64, 0, false),
                                new Column("timestamp", ColumnType.DATETIME, 0, true),
                                new Column("latitude", ColumnType.FLOAT32, 0, true),
                                new Column("longitude", ColumnType.FLOAT32, 0, true),
                                new Column("country", ColumnType.TEXT, 0, true)),
                        0),
                TypeChoices.preset());

        byte[] first = decoder.decode(
                FakeRow.of(9314L, LocalDateTime.of(2020, 8, 28, 3, 52, 47), -42.0773f, -163.698f, "Cote d'Ivoire"));
        byte[] second = decoder.decode(FakeRow.of(1L, null, null, null, null));

        assertThat(first)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"ind\":9314,\"timestamp\":\"2020-08-28T03:52:47\",\"latitude\":-42.0773,"
                        + "\"longitude\":-163.698,\"country\":\"Cote d'Ivoire\"}");
        assertThat(second)
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"ind\":1,\"timestamp\":null,\"latitude\":null,\"longitude\":null,\"country\":null}");
        assertThat(decoder.schema()).isEqualTo(Schema.BYTES_SCHEMA);
    }

    @ParameterizedTest
    @MethodSource
    void jsonWritesValuesAsTheyAre(ColumnType type, Object value, String expected) throws SQLException {
        assertThat(json(type, value)).isEqualTo("{\"" + type + "\":" + expected + "}");
    }

    static Stream<Arguments> jsonWritesValuesAsTheyAre() {
        return Stream.of(
                Arguments.of(ColumnType.INT64, Long.MIN_VALUE, "-9223372036854775808"),
                Arguments.of(ColumnType.INT64, 0L, "0"),
                Arguments.of(ColumnType.INT8, (byte) -3, "-3"),
                Arguments.of(ColumnType.FLOAT32, 0f, "0.0"),
                Arguments.of(ColumnType.FLOAT32, 0.1f, "0.1"),
                Arguments.of(ColumnType.FLOAT32, 2.0e-3f, "0.002"),
                Arguments.of(ColumnType.FLOAT64, 0.1, "0.1"),
                Arguments.of(ColumnType.FLOAT64, 2.0e-3, "0.002"),
                Arguments.of(ColumnType.UINT64, "18446744073709551615", "18446744073709551615"),
                Arguments.of(ColumnType.DECIMAL, "0.00000001", "0.00000001"),
                Arguments.of(ColumnType.TEXT, "", "\"\""),
                Arguments.of(ColumnType.TEXT, "a\u00a0b \ud83d\ude00 é", "\"a\u00a0b \ud83d\ude00 é\""),
                Arguments.of(ColumnType.TEXT, "say \"hi\"\n\\ \u0001", "\"say \\\"hi\\\"\\n\\\\ \\u0001\""),
                Arguments.of(ColumnType.DATE, LocalDate.of(2020, 2, 29), "\"2020-02-29\""),
                Arguments.of(ColumnType.DATETIME, LocalDateTime.of(2020, 8, 28, 3, 0), "\"2020-08-28T03:00:00\""),
                Arguments.of(
                        ColumnType.DATETIME,
                        LocalDateTime.of(2020, 8, 28, 3, 0, 0, 120_000_000),
                        "\"2020-08-28T03:00:00.12\""),
                Arguments.of(ColumnType.TIMESTAMP, LocalDateTime.of(2020, 8, 28, 3, 0), "\"2020-08-28T03:00:00Z\""));
    }

    @Property
    void floatsKeepTheirValueInTheFewestDigits(@ForAll float value) throws SQLException {
        String text = json(ColumnType.FLOAT32, value).replaceAll("^\\{\"FLOAT32\":|}$", "");

        assertThat(Float.parseFloat(text)).isEqualTo(value);
        assertThat(text).isEqualTo(NumberOutput.toString(value, true));
    }

    @Test
    void structsHaveTheColumnsTypes() throws SQLException {
        TableShape table = table(ColumnType.values());
        StructDecoder decoder = new StructDecoder(table, TypeChoices.preset());
        LocalDateTime time = LocalDateTime.of(2020, 8, 28, 3, 52, 47);

        Struct struct = decoder.decode(FakeRow.of(
                0,
                1,
                2,
                3,
                4,
                5,
                0.5f,
                0.25,
                "1.5",
                "text",
                new byte[] {7},
                LocalDate.of(2020, 2, 29),
                "-838:59:59",
                time,
                time));

        struct.validate();
        assertThat(decoder.schema().name()).isEqualTo("geolocation_data");
        assertThat(decoder.schema().fields().stream().map(field -> struct.get(field)))
                .containsExactly(
                        (byte) 0,
                        (byte) 1,
                        (short) 2,
                        3,
                        4L,
                        new BigDecimal(5),
                        0.5f,
                        0.25,
                        new BigDecimal("1.50"),
                        "text",
                        new byte[] {7},
                        "2020-02-29",
                        "-838:59:59",
                        "2020-08-28T03:52:47",
                        "2020-08-28T03:52:47Z");
        assertThat(decoder.schema().field("DECIMAL").schema())
                .isEqualTo(Decimal.builder(2).optional().build());
    }

    @Test
    void mapsHaveTheColumnsInTableOrderAndNoSchema() throws SQLException {
        MapDecoder decoder =
                new MapDecoder(table(ColumnType.TEXT, ColumnType.INT64, ColumnType.DATE), TypeChoices.preset());

        Map<String, Object> map = decoder.decode(FakeRow.of("text", 1L, null));

        assertThat(decoder.schema()).isNull();
        assertThat(map).containsExactly(entry("TEXT", "text"), entry("INT64", 1L), entry("DATE", null));
    }

    @Test
    void columnNamesAreEscaped() throws SQLException {
        TableShape odd = new TableShape(
                new PostingTable("a", "b", "c"), List.of(new Column("in \"dex\né", ColumnType.INT64, 0, false)), 0);

        assertThat(new JsonDecoder(odd, TypeChoices.preset()).decode(FakeRow.of(1L)))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"in \\\"dex\\né\":1}");
    }
}
