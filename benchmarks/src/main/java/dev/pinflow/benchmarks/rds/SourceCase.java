package dev.pinflow.benchmarks.rds;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/** What is compared with each other. */
enum SourceCase {
    DEBEZIUM("Debezium MariaDB snapshot, JsonConverter", SourceCase::debezium),
    STRUCT("Pinflow sweep, struct, JsonConverter", pinflow("struct", Map.of())),
    MAP("Pinflow sweep, map, JsonConverter", pinflow("map", Map.of())),
    JSON("Pinflow sweep, json, ByteArrayConverter", pinflow("json", Map.of())),
    JSON_HEADERS("Pinflow sweep, json with headers", pinflow("json", Map.of("headers.enabled", "true"))),
    SAMPLE("Pinflow sample, json", pinflow("json", Map.of("mode", "sample"))),
    SHUFFLE("Pinflow shuffle, json", pinflow("json", Map.of("mode", "shuffle"))),
    FLOOR_MAP("floor: prebuilt maps, JsonConverter", floor(ConnectorOptions.JSON, "MAP")),
    FLOOR_STRUCT("floor: prebuilt structs, JsonConverter", floor(ConnectorOptions.JSON, "STRUCT")),
    FLOOR_BYTES("floor: prebuilt bytes, ByteArrayConverter", floor(ConnectorOptions.BYTES, "BYTES")),
    BARE_LOOP("bare loop: JDBC, Jackson, KafkaProducer", Run::bareLoop),
    READ("JDBC alone: stream, decode every column", Run::read);

    private final String title;
    /** Has no state of its own. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Contender contender;

    SourceCase(String title, Contender contender) {
        this.title = title;
        this.contender = contender;
    }

    /** How a case is run. */
    private interface Contender {
        Figures run(Run run) throws IOException, InterruptedException, ExecutionException;
    }

    /** Runs it once, from a fresh JVM. */
    Figures run(Run run) throws IOException, InterruptedException, ExecutionException {
        return contender.run(run);
    }

    String title() {
        return title;
    }

    private static Figures debezium(Run run) throws IOException, InterruptedException, ExecutionException {
        return run.connector(
                ConnectorOptions.debezium(run.stage().database(), run.name()),
                topics(table -> Database.NAME + "." + table.table()));
    }

    private static Contender pinflow(String format, Map<String, String> more) {
        return run -> run.connector(
                ConnectorOptions.pinflow(run.stage().database(), run.name(), format, more),
                topics(PostTable::shortName));
    }

    private static Contender floor(String converter, String form) {
        return run -> run.connector(
                ConnectorOptions.floor(run.stage().database(), run.name(), converter, form),
                topics(PostTable::shortName));
    }

    private static List<String> topics(Function<PostTable, String> ending) {
        return Arrays.stream(PostTable.values()).map(ending).toList();
    }
}
