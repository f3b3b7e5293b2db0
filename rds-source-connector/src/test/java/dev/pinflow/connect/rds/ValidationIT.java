package dev.pinflow.connect.rds;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.stack.connect.ConnectServer;
import dev.pinflow.stack.kafka.KafkaServer;
import dev.pinflow.stack.mariadb.MariaDbServer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a worker's REST API answers to configurations, whole and broken, with a real database behind them. */
class ValidationIT {
    private static final String PLUGIN = "RdsPostingSourceConnector";
    private static final String SECRET = "s3cret";
    private static final String LEFT_OUT = "-";

    @TempDir
    private static Path folder;

    private static MariaDbServer database;
    private static KafkaServer kafka;
    private static ConnectServer worker;
    private static ConnectRest connect;

    @BeforeAll
    static void startServers() throws Exception {
        database = new MariaDbServer(folder.resolve("mariadb"), 0);
        database.start();
        SmallTables.create(database);
        SmallTables.execute(database, "CREATE TABLE nameless (txt TEXT)");
        kafka = new KafkaServer(folder.resolve("kafka"), 0);
        kafka.start();
        PluginFolder.install(folder.resolve("plugins"));
        worker = new ConnectServer(
                kafka.address(),
                folder.resolve("plugins"),
                Files.createDirectories(folder.resolve("secrets")),
                0,
                Map.of());
        worker.start();
        connect = new ConnectRest(worker.address());
    }

    @AfterAll
    static void stopServers() {
        Stream.of(worker, kafka, database).filter(server -> server != null).forEach(server -> server.close());
    }

    private static Map<String, String> whole() {
        Map<String, String> options = new HashMap<>(Map.of(
                "name", "checked",
                "connector.class", PLUGIN,
                "tasks.max", "1",
                "connection.url", database.jdbcUrl(),
                "connection.user", database.user(),
                "connection.password", database.password(),
                "topic.prefix", "checked",
                "value.format", "json",
                "key.converter", "org.apache.kafka.connect.storage.StringConverter",
                "value.converter", "org.apache.kafka.connect.converters.ByteArrayConverter"));
        // Else the SDK would look for the region on the network.
        options.put("credentials.aws.region", "eu-west-1");
        return options;
    }

    /** The errors by option; no answer may hold a password. */
    private static Map<String, List<String>> errors(Map<String, String> options) throws Exception {
        JsonNode answer = connect.validate(PLUGIN, options);
        assertThat(answer.toString()).doesNotContain(SECRET, database.password());
        Map<String, List<String>> errors = new TreeMap<>();
        int count = 0;
        for (JsonNode value : answer.findValues("value")) {
            if (value.isObject()) {
                List<String> messages = new ArrayList<>();
                value.path("errors").forEach(message -> messages.add(message.textValue()));
                count += messages.size();
                if (!messages.isEmpty()) {
                    errors.put(value.path("name").textValue(), messages);
                }
            }
        }
        assertThat(answer.path("error_count").intValue()).isGreaterThanOrEqualTo(errors.size());
        assertThat(count).isGreaterThanOrEqualTo(errors.size());
        return errors;
    }

    private static JsonNode value(JsonNode answer, String key) {
        for (JsonNode value : answer.findValues("value")) {
            if (value.path("name").asText().equals(key)) {
                return value;
            }
        }
        throw new AssertionError(key + " is not in the answer");
    }

    @Test
    void acceptsAWholeConfigurationAndSuggestsTablesAndColumns() throws Exception {
        JsonNode answer = connect.validate(PLUGIN, whole());

        assertThat(answer.path("error_count").intValue()).isZero();
        assertThat(value(answer, "tables").path("recommended_values"))
                .extracting(JsonNode::textValue)
                .contains(
                        "pin:pinterest_data:index",
                        "geo:geolocation_data:ind",
                        "user:user_data:ind",
                        "classic_posts:classic_posts:index")
                .doesNotHaveDuplicates()
                .noneMatch(entry -> entry.contains("nameless"));
        assertThat(value(answer, "columns").path("recommended_values"))
                .extracting(JsonNode::textValue)
                .contains("pin.title", "geo.country", "user.age")
                .noneMatch(entry -> entry.startsWith("classic"));
    }

    @Test
    void suggestsTablesEvenWhenThoseConfiguredAreWrong() throws Exception {
        Map<String, String> options = whole();
        options.put("tables", "pinterest_data");

        assertThat(value(connect.validate(PLUGIN, options), "tables").path("recommended_values"))
                .extracting(JsonNode::textValue)
                .contains("pinterest_data:pinterest_data:index");
    }

    /** One option each, set to a value or left out, and what the answer says: under which key, the rule, the way out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "",
            value = {
                "connection.url | - | connection.url | is missing | jdbc:mysql://host:port/database",
                "connection.url | jdbc:postgresql://db/p | connection.url | must start with jdbc:mysql: "
                        + "| jdbc:mysql://host:3306/pinterest_data",
                "connection.url | jdbc:mysql://app:s3cret@127.0.0.1:1/p | connection.url | must not hold credentials "
                        + "| connection.password",
                "connection.url | jdbc:mysql://127.0.0.1:1/p?password=s3cret | connection.url "
                        + "| must not hold credentials | connection.password",
                "connection.url | jdbc:mysql://127.0.0.1:1/p?queryInterceptors=s3cret | connection.url "
                        + "| names code for the driver to load | leave it out",
                "connection.url | jdbc:mysql://127.0.0.1:1/p?sslMode=DISABLED | connection.url "
                        + "| has an option of its own | connection.tls.mode",
                "connection.url | jdbc:mysql://127.0.0.1:1/p | connection.url | Cannot connect | Check that the server runs",
                "connection.url | DATABASE/ | connection.url | names no database | end it with /pinterest_data",
                "connection.url | DATABASE/elsewhere | connection.user | refuses the user | Grant connection.user SELECT",
                "connection.user | - | connection.user | is missing | SELECT privilege",
                "connection.user | '' | connection.user | must be non-empty | Set connection.user to text",
                "connection.password | s3cret | connection.user | refuses the user | Correct connection.user or connection.password",
                "connection.connect.timeout.ms | 0 | connection.connect.timeout.ms | at least 1 | default 10000",
                "connection.socket.timeout.ms | soon | connection.socket.timeout.ms | Not a number | a whole number",
                "connection.tls.mode | on | connection.tls.mode | must be one of | verify-identity",
                "connection.tls.mode | required | connection.tls.mode | no TLS | preferred",
                "connection.tls.truststore.password | s3cret | connection.tls.truststore.password "
                        + "| is set without a file | set connection.tls.truststore.location",
                "connection.tls.keystore.location | /no/such/file | connection.tls.keystore.location "
                        + "| no file that the worker can read | correct the path",
                "credentials.provider.class | com.example.None | credentials.provider.class | could not be found "
                        + "| leave it out for the default",
                "credentials.provider.class | java.lang.String | credentials.provider.class | implements "
                        + "| leave it out to use connection.user",
                "credentials.provider.class | dev.pinflow.connect.rds.credentials.RdsIamCredentialsProvider "
                        + "| connection.tls.mode | may send the login | set it to required",
                "tables | pin | tables | name:table:key column | such as geo:geolocation_data:ind",
                "tables | pin:nowhere:index | tables | has no table nowhere | Correct the name",
                "tables | pin:pinterest_data:nothing | tables | has no column nothing | Name one of these",
                "tables | pin:pinterest_data:title | tables | of type TEXT | integer type",
                "columns | nobody.title | columns | name.column | pin, geo, user",
                "topic.prefix | - | topic.prefix | is missing | such as user-0123456789ab",
                "topic.prefix | a b | topic.prefix | letters, digits | as topic names are",
                "mode | random | mode | must be one of | leave it out for the default sweep",
                "postings.max | -2 | postings.max | at least -1 | leave it out for the default -1",
                "clock | virtual | clock.start | must be set with clock=virtual | give the first instant",
                "headers.enabled | perhaps | headers.enabled | true or false | leave it out for the default true",
                "value.format | xml | value.format | must be one of | leave it out for the default struct",
                "value.converter | org.apache.kafka.connect.json.JsonConverter | value.format "
                        + "| would encode once more | ByteArrayConverter",
                "value.format | map | value.format | rows of typed columns | org.apache.kafka.connect.json.JsonConverter",
                "postings.per.second | ? | postings.per.second | Not a number | leave it out for the default 0.0",
                "connection.url | jdbc:mysql://127.0.0.1:1/p?sessionVariables=a=1 | connection.url "
                        + "| the connector's own to set | leave it out",
                "key.converter | org.apache.kafka.connect.json.JsonConverter | key.converter | plain digits "
                        + "| org.apache.kafka.connect.storage.StringConverter",
                "task.strides | 0 | task.strides | set by the connector itself | leave it out",
                "conection.password | s3cret | conection.password | no option of this connector "
                        + "| did you mean connection.password?",
                "retry.attempts | 3 | retry.attempts | no option of this connector | correct its name or leave it out",
            })
    void namesTheKeyTheRuleAndTheWayOut(String option, String value, String key, String rule, String way)
            throws Exception {
        Map<String, String> options = whole();
        String server = database.jdbcUrl().substring(0, database.jdbcUrl().lastIndexOf('/'));
        if (LEFT_OUT.equals(value)) {
            options.remove(option);
        } else {
            options.put(option, value == null ? "" : value.replace("DATABASE", server));
        }
        Map<String, List<String>> errors = errors(options);

        assertThat(errors).containsOnlyKeys(key);
        assertThat(String.join(" ", errors.get(key)))
                .contains(key)
                .containsIgnoringCase(rule)
                .contains(way);
    }

    @Test
    void reportsAllProblemsAtOnce() throws Exception {
        Map<String, String> options = whole();
        options.put("tables", "pin:nowhere:index");
        options.put("mode", "random");
        options.put("postings.max", "many");
        options.put("value.converter", "org.apache.kafka.connect.json.JsonConverter");
        options.put("connection.tls.truststore.password", SECRET);
        options.put("postings.mx", "1");

        assertThat(errors(options))
                .containsKeys(
                        "mode", "postings.max", "value.format", "connection.tls.truststore.password", "postings.mx");

        options.remove("connection.tls.truststore.password");
        assertThat(errors(options)).containsKeys("mode", "postings.max", "tables");
    }

    @Test
    void doesNotWaitForAServerThatNeverAnswers() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Map<String, String> options = whole();
            options.put("connection.url", "jdbc:mysql://127.0.0.1:" + silent.getLocalPort() + "/posts");
            options.put("connection.connect.timeout.ms", "1000");
            options.put("connection.socket.timeout.ms", "1000");
            long start = System.nanoTime();

            assertThat(errors(options)).containsOnlyKeys("connection.url");

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
        }
    }

    @Test
    void thePluginBringsNoLogging() throws Exception {
        try (Stream<Path> files = Files.walk(folder.resolve("plugins"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .contains("rds-source-connector")
                    .noneMatch(name -> name.matches("(slf4j|log4j|logback|netty|httpclient).*"));
        }
    }
}
