package dev.pinflow.connect.rds.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.reading.AllTypes.TypeCase;
import dev.pinflow.connect.rds.record.TypeChoices;
import dev.pinflow.connect.rds.record.ValueFormat;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every column type of a real MariaDB, through the driver and through Kafka's own JSON converter. */
class ColumnTypesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOPIC = "user-1.types";
    private static final long[] KEYS = {1, 2, 3};

    @TempDir
    private static Path folder;

    private static MariaDbServer server;

    @BeforeAll
    static void startServer() throws SQLException {
        server = new MariaDbServer(folder.resolve("mariadb"), 0);
        server.start();
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl(), server.user(), server.password());
                Statement statement = connection.createStatement()) {
            for (String sql : AllTypes.statements()) {
                statement.execute(sql);
            }
        }
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static OpenTables open(ValueFormat format, Map<String, String> types) throws SQLException {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        Map<String, String> options = Map.of(
                DatabaseConfig.URL,
                server.jdbcUrl(),
                DatabaseConfig.USER,
                server.user(),
                DatabaseConfig.PASSWORD,
                server.password());
        return OpenTables.open(
                DatabaseConfig.of(new AbstractConfig(def, options, false)),
                List.of(new PostingTable("types", "all_types", "id")),
                format.with(TypeChoices.with(types)),
                false);
    }

    private static Rows read(ValueFormat format, Map<String, String> types) throws SQLException {
        try (OpenTables tables = open(format, types)) {
            TableReader reader = tables.readers().get(0);
            return new Rows(reader.schema(), reader.lookUp(KEYS));
        }
    }

    private record Rows(Schema schema, Map<Long, Object> values) {
        Object value(long key) {
            return values.get(key);
        }
    }

    private static JsonConverter converter(boolean schemas, String decimals) {
        JsonConverter converter = new JsonConverter();
        converter.configure(Map.of("schemas.enable", schemas, "decimal.format", decimals), false);
        return converter;
    }

    /** The text that a row of the cases must be in JSON. */
    private static String json(long key, Function<TypeCase, String> value) {
        List<String> members = new ArrayList<>(List.of("\"id\":" + key));
        AllTypes.CASES.forEach(one -> members.add("\"" + one.name() + "\":" + value.apply(one)));
        return "{" + String.join(",", members) + "}";
    }

    private static String text(Object bytes) {
        return new String((byte[]) bytes, StandardCharsets.UTF_8);
    }

    @Test
    void jsonHoldsEveryValueOfEveryType() throws SQLException {
        Rows rows = read(ValueFormat.JSON, Map.of());

        assertThat(text(rows.value(1))).isEqualTo(json(1, TypeCase::leastJson));
        assertThat(text(rows.value(2))).isEqualTo(json(2, TypeCase::greatestJson));
        assertThat(text(rows.value(3))).isEqualTo(json(3, one -> "null"));
    }

    @Test
    void cursorsReadTheSameAsLookUps() throws SQLException {
        Rows lookedUp = read(ValueFormat.JSON, Map.of());
        try (OpenTables tables = open(ValueFormat.JSON, Map.of())) {
            TableCursor cursor = tables.readers().get(0).cursor(new RowSelection(1, 3, 1, List.of()));
            for (long key : KEYS) {
                assertThat(cursor.hasRow(KEYS.length)).isTrue();
                assertThat(text(cursor.value())).isEqualTo(text(lookedUp.value(key)));
                cursor.next();
            }
        }
    }

    @Test
    void everyTypeCanBePartOfAFingerprint() throws SQLException {
        try (OpenTables tables = open(ValueFormat.JSON, Map.of())) {
            TablesFingerprint fingerprint = tables.fingerprint();

            assertThat(fingerprint).asString().startsWith("types=1..3#");
            assertThat(tables.fingerprint().changedSince(fingerprint.toString()))
                    .isEmpty();
        }
    }

    /** The three forms differ in nothing but exact decimals, which a map holds as text. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void structsAndMapsBecomeTheSameJson(long key) throws SQLException, IOException {
        JsonNode expected =
                JSON.readTree((byte[]) read(ValueFormat.JSON, numbers("string")).value(key));
        Rows structs = read(ValueFormat.STRUCT, numbers("string"));
        Rows maps = read(ValueFormat.MAP, numbers("precise"));

        byte[] fromStruct = converter(false, "BASE64").fromConnectData(TOPIC, structs.schema(), structs.value(key));
        byte[] fromMap = converter(false, "BASE64").fromConnectData(TOPIC, maps.schema(), maps.value(key));

        assertThat(JSON.readTree(fromStruct)).isEqualTo(expected);
        assertThat(JSON.readTree(fromMap)).isEqualTo(expected);
        assertThat(JSON.readTree(fromMap).fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> expected.fieldNames());
    }

    private static Map<String, String> numbers(String mode) {
        return Map.of("bigint.unsigned.handling.mode", mode, "decimal.handling.mode", mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iso", "epoch-ms"})
    void structsComeBackFromJsonWithSchemas(String datetimes) throws SQLException {
        Rows rows = read(ValueFormat.STRUCT, Map.of("datetime.format", datetimes, "tinyint1.mode", "boolean"));
        JsonConverter converter = converter(true, "NUMERIC");
        for (long key : KEYS) {
            Struct struct = (Struct) rows.value(key);
            struct.validate();

            byte[] written = converter.fromConnectData(TOPIC, rows.schema(), struct);
            SchemaAndValue read = converter.toConnectData(TOPIC, written);

            assertThat(read.schema()).isEqualTo(rows.schema());
            for (TypeCase one : AllTypes.CASES) {
                assertThat(comparable(((Struct) read.value()).get(one.name())))
                        .as(one.name())
                        .isEqualTo(comparable(struct.get(one.name())));
            }
        }
    }

    /** Bytes come back as a buffer. */
    private static Object comparable(Object value) {
        return value instanceof byte[] bytes ? ByteBuffer.wrap(bytes) : value;
    }

    @Test
    void aBooleanIsTrueForAnythingButZero() throws SQLException {
        Rows rows = read(ValueFormat.STRUCT, Map.of("tinyint1.mode", "boolean"));

        assertThat(rows.schema().field("tiny1").schema()).isEqualTo(Schema.OPTIONAL_BOOLEAN_SCHEMA);
        assertThat(rows.schema().field("tiny").schema()).isEqualTo(Schema.OPTIONAL_INT8_SCHEMA);
        assertThat(rows.schema().field("utiny1").schema()).isEqualTo(Schema.OPTIONAL_INT16_SCHEMA);
        assertThat(((Struct) rows.value(1)).getBoolean("tiny1")).isTrue();
        assertThat(((Struct) rows.value(3)).getBoolean("tiny1")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRUCT", "MAP", "JSON"})
    void anUnsignedValueThatNoLongHoldsFailsWithTheWayOut(ValueFormat format) {
        assertThatThrownBy(() -> read(format, Map.of("bigint.unsigned.handling.mode", "long")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("Column ubig")
                .hasMessageContaining("Set bigint.unsigned.handling.mode to precise or string");
    }

    @Test
    void instantsDoNotDependOnTheZoneOfWallClocks() throws SQLException, IOException {
        Rows rows = read(ValueFormat.JSON, Map.of("datetime.format", "epoch-ms", "datetime.zone", "Asia/Seoul"));
        JsonNode row = JSON.readTree((byte[]) rows.value(2));

        assertThat(row.get("micros").longValue()).isEqualTo(1_598_554_367_120L);
        assertThat(row.get("instant").longValue()).isEqualTo(Integer.MAX_VALUE * 1_000L);
        assertThat(row.get("zero").isNull()).isTrue();
    }
}
