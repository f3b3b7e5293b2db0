package dev.pinflow.connect.rds.record;

import static dev.pinflow.connect.rds.record.ValueFormat.JSON;
import static dev.pinflow.connect.rds.record.ValueFormat.MAP;
import static dev.pinflow.connect.rds.record.ValueFormat.STRUCT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.ColumnType;
import dev.pinflow.connect.rds.reading.PostingTable;
import dev.pinflow.connect.rds.reading.TableShape;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each type, under each option that changes it, in each form of values. */
class TypeMappingTest {
    private static final int SCALE = 2;
    private static final LocalDateTime TIME = LocalDateTime.of(2020, 8, 28, 3, 52, 47, 120_999_000);
    private static final Instant INSTANT = Instant.parse("2020-08-28T03:52:47.120Z");
    private static final long MILLIS = INSTANT.toEpochMilli();

    private static Object decoded(ValueFormat format, ColumnType type, String option, Object value)
            throws SQLException {
        int scale = type == ColumnType.DECIMAL ? SCALE : 0;
        TableShape table =
                new TableShape(new PostingTable("a", "b", "v"), List.of(new Column("v", type, scale, true)), 0);
        return format.with(TypeChoices.with(options(option))).decoder(table).decode(FakeRow.of(value));
    }

    private static Map<String, String> options(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        String[] pair = text.split("=", 2);
        return pair[0].equals(TypesConfig.DATETIME_ZONE)
                ? Map.of(TypesConfig.DATETIME_FORMAT, "epoch-ms", pair[0], pair[1])
                : Map.of(pair[0], pair[1]);
    }

    @ParameterizedTest
    @MethodSource
    void follows(ColumnType type, String option, Object value, Object struct, Object map, String json)
            throws SQLException {
        Struct decoded = (Struct) decoded(STRUCT, type, option, value);
        decoded.validate();

        assertThat(decoded.get("v")).isEqualTo(struct);
        assertThat(((Map<?, ?>) decoded(MAP, type, option, value)).get("v")).isEqualTo(map);
        assertThat((byte[]) decoded(JSON, type, option, value))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("{\"v\":" + json + "}");
    }

    static Stream<Arguments> follows() {
        byte[] bytes = {0, -1};
        BigDecimal huge = new BigDecimal("18446744073709551615");
        BigDecimal price = new BigDecimal("1.50");
        String wide = "-12345678901234567890123456789.50";
        LocalDate day = LocalDate.of(2020, 2, 29);
        String iso = "2020-08-28T03:52:47.120999";
        return Stream.of(
                arguments(ColumnType.TINYINT1, "", -128, (byte) -128, -128, "-128"),
                arguments(ColumnType.TINYINT1, "tinyint1.mode=boolean", -128, true, true, "true"),
                arguments(ColumnType.TINYINT1, "tinyint1.mode=boolean", 0, false, false, "false"),
                arguments(ColumnType.INT8, "tinyint1.mode=boolean", 1, (byte) 1, 1, "1"),
                arguments(ColumnType.INT16, "", 255, (short) 255, 255, "255"),
                arguments(ColumnType.INT32, "", 65535, 65535, 65535, "65535"),
                arguments(ColumnType.INT64, "", 4294967295L, 4294967295L, 4294967295L, "4294967295"),
                arguments(ColumnType.UINT64, "", huge, huge, huge.toString(), huge.toString()),
                arguments(ColumnType.UINT64, "bigint.unsigned.handling.mode=long", 7L, 7L, 7L, "7"),
                arguments(
                        ColumnType.UINT64,
                        "bigint.unsigned.handling.mode=string",
                        huge,
                        huge + "",
                        huge + "",
                        "\"" + huge + "\""),
                arguments(ColumnType.FLOAT32, "", 0.1f, 0.1f, 0.1f, "0.1"),
                arguments(ColumnType.FLOAT64, "", 0.1, 0.1, 0.1, "0.1"),
                arguments(ColumnType.DECIMAL, "", "1.5", price, "1.50", "1.5"),
                arguments(ColumnType.DECIMAL, "", wide, new BigDecimal(wide), wide, wide),
                arguments(ColumnType.DECIMAL, "decimal.handling.mode=double", 1.5, 1.5, 1.5, "1.5"),
                arguments(ColumnType.DECIMAL, "decimal.handling.mode=string", price, "1.50", "1.50", "\"1.50\""),
                arguments(ColumnType.TEXT, "", "a\"é", "a\"é", "a\"é", "\"a\\\"é\""),
                arguments(ColumnType.BYTES, "", bytes, bytes, bytes, "\"AP8=\""),
                arguments(
                        ColumnType.DATE, "datetime.format=epoch-ms", day, "2020-02-29", "2020-02-29", "\"2020-02-29\""),
                arguments(ColumnType.TIME, "", "-838:59:59", "-838:59:59", "-838:59:59", "\"-838:59:59\""),
                arguments(ColumnType.DATETIME, "", TIME, iso, iso, "\"" + iso + "\""),
                arguments(ColumnType.TIMESTAMP, "", TIME, iso + "Z", iso + "Z", "\"" + iso + "Z\""),
                arguments(
                        ColumnType.DATETIME, "datetime.format=epoch-ms", TIME, Date.from(INSTANT), MILLIS, "" + MILLIS),
                arguments(
                        ColumnType.TIMESTAMP,
                        "datetime.format=epoch-ms",
                        TIME,
                        Date.from(INSTANT),
                        MILLIS,
                        "" + MILLIS),
                arguments(
                        ColumnType.DATETIME,
                        "datetime.zone=+02:00",
                        TIME,
                        Date.from(INSTANT.minusSeconds(7200)),
                        MILLIS - 7_200_000,
                        "" + (MILLIS - 7_200_000)),
                arguments(ColumnType.TIMESTAMP, "datetime.zone=+02:00", TIME, Date.from(INSTANT), MILLIS, "" + MILLIS));
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeCanBeNull(ColumnType type) throws SQLException {
        for (String option : List.of(
                "",
                "tinyint1.mode=boolean",
                "bigint.unsigned.handling.mode=long",
                "bigint.unsigned.handling.mode=string",
                "decimal.handling.mode=double",
                "decimal.handling.mode=string",
                "datetime.format=epoch-ms")) {
            Struct struct = (Struct) decoded(STRUCT, type, option, null);
            struct.validate();
            assertThat(struct.get("v")).as(option).isNull();
            assertThat(decoded(MAP, type, option, null)).as(option).isEqualTo(Collections.singletonMap("v", null));
            assertThat((byte[]) decoded(JSON, type, option, null))
                    .asString(StandardCharsets.UTF_8)
                    .as(option)
                    .isEqualTo("{\"v\":null}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void onlyDatesAreOptionalWhereTheDatabaseAllowsNoNull(ColumnType type) {
        TableShape table = new TableShape(new PostingTable("a", "b", "v"), List.of(new Column("v", type, 0, false)), 0);
        Schema schema = new StructDecoder(table, TypeChoices.preset())
                .schema()
                .field("v")
                .schema();

        assertThat(schema.isOptional())
                .isEqualTo(List.of(ColumnType.DATE, ColumnType.DATETIME, ColumnType.TIMESTAMP)
                        .contains(type));
    }
}
