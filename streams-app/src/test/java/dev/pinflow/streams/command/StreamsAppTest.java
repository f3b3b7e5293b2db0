package dev.pinflow.streams.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

class StreamsAppTest {
    private static final String SOUND = " --user-id 12ab --bootstrap-server 127.0.0.1:1";

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    walk                                         | Unmatched argument at index 0: 'walk'
                    run --fast                                   | Unknown option: '--fast'
                    run --set stream.threads                     | KEY=VALUE
                    reset --dry-run                              | Missing required option: '--app=APP'
                    reset --app sink --yes                       | expected one of [CLEANING, ANSWERS, ALL]
                    reset --app answers                          | Give --dry-run to see what would go
                    reset --app answers --dry-run --yes          | Give --dry-run to see what would go
                    describe --format svg                        | expected one of [MERMAID, TEXT, DOT]
                    schemas                                      | Missing required subcommand
                    health --set management.port=0               | The management port is 0
                    health --url here                            | --url here is no address such as http://
                    """)
    void wrongUsageExitsWithTwoAndOneSentence(String line, String complaint) {
        assertThat(execute(line)).isEqualTo(2);
        assertThat(err.toString().lines()).hasSize(2).first().asString().contains(complaint);
        assertThat(err.toString().lines())
                .last()
                .asString()
                .startsWith("See 'pinflow-streams")
                .endsWith(" --help'.");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void wrongConfigurationExitsWithTwoAndAllProblems() throws IOException {
        Path file = Files.writeString(folder.resolve("a.properties"), "stream.threads=many\nstate.dri=/x\n");

        assertThat(execute("run --config " + file + " --user-id a/b")).isEqualTo(2);
        assertThat(err.toString())
                .contains("user.id", "bootstrap.servers", "stream.threads", "Unknown configuration state.dri");
        assertThat(err.toString().lines()).noneMatch(line -> line.startsWith("\tat "));
    }

    @Test
    void aMissingFileExitsWithTwo() {
        assertThat(execute("check --config no.properties")).isEqualTo(2);
        assertThat(err.toString()).startsWith("The configuration file no.properties cannot be read");
    }

    @Test
    void aRegistryThatIsDownExitsWithOne() {
        assertThat(execute("schemas register --set registry.url=http://127.0.0.1:1" + SOUND))
                .isEqualTo(1);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("The schema registry at http://127.0.0.1:1/apis/ccompat/v7 does not answer: "
                        + "start it or correct registry.url.");
    }

    @Test
    void printsTheConfigurationWithoutSecrets() {
        assertThat(execute("run --print-config --set kafka.sasl.jaas.config=hunter2" + SOUND))
                .isZero();
        assertThat(out.toString())
                .contains("user.id=12ab  # command line", "kafka.sasl.jaas.config=[hidden]  # command line")
                .doesNotContain("hunter2");
    }

    @Test
    void printsAWrongConfigurationAndSaysWhatIsWrongWithIt() {
        assertThat(execute("run --print-config --set stream.threads=0")).isEqualTo(2);
        assertThat(out.toString()).contains("stream.threads=0  # command line");
        assertThat(err.toString()).contains("stream.threads", "user.id", "bootstrap.servers");
    }

    @Test
    void runsWhenNoVerbIsNamed() {
        assertThat(StreamsApp.withVerb("--user-id", "12ab")).containsExactly("run", "--user-id", "12ab");
        assertThat(StreamsApp.withVerb()).containsExactly("run");
        assertThat(StreamsApp.withVerb("check")).containsExactly("check");
        assertThat(StreamsApp.withVerb("--help")).containsExactly("--help");
    }

    @ParameterizedTest
    @CsvSource({"text, Topologies:", "mermaid, flowchart", "dot, digraph"})
    void describesTheTopologiesInEachFormat(String format, String mark) {
        assertThat(execute("describe --format " + format + SOUND)).isZero();
        assertThat(out.toString()).contains(mark, "user-12ab.pin", "user-12ab.curated.pin", "user-12ab.rejected");
    }

    @Test
    void printsTheThreeSchemas() {
        assertThat(execute("schemas print")).isZero();
        assertThat(out.toString()).contains("\"follower_count\"", "\"country\"", "\"date_joined\"");
    }

    @Test
    void everyVerbShowsAnExampleThatItUnderstands() {
        assertThat(everyVerb(StreamsApp.commandLine())).hasSizeGreaterThan(8).allSatisfy(verb -> {
            String help = verb.getUsageMessage(Ansi.OFF);
            String example = help.substring(help.indexOf("Example:") + 8).strip();

            assertThat(example).startsWith("pinflow-streams ").doesNotContain("\n");
            StreamsApp.commandLine().parseArgs(words(example.replace("pinflow-streams ", "")));
        });
    }

    private static Stream<CommandLine> everyVerb(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(StreamsAppTest::everyVerb));
    }

    private int execute(String line) {
        return StreamsApp.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(words(line));
    }

    private static String[] words(String line) {
        return List.of(line.strip().split(" +", -1)).toArray(String[]::new);
    }
}
