package dev.pinflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class UsageTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbHasHelpWithAnExample(List<String> verb) {
        Verb help = Verb.run(Stream.concat(verb.stream(), Stream.of("--help")).toArray(String[]::new));
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("Usage: pinflow")
                .containsPattern("Examples?:")
                .contains("  pinflow ");
    }

    @ParameterizedTest
    @MethodSource("wrongUsages")
    void wrongUsageIsOneSentenceAndExitCodeTwo(List<String> words, String sentence) {
        Verb refused = Verb.run(words.toArray(String[]::new));
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines()).hasSizeLessThanOrEqualTo(2);
        assertThat(refused.err()).contains(sentence);
    }

    @Test
    void aVerbThatNeedsAStackSaysHowToGetOne() {
        Verb refused = Verb.run("topics", "list", "--output", folder.toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("--bootstrap-server").contains("pinflow up");
    }

    @Test
    void dataThatCannotBeLoadedIsRefusedBeforeAnythingStarts() {
        Verb refused = Verb.run(
                "demo",
                "--data",
                folder.toString(),
                "--output",
                folder.resolve("out").toString());
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("pin.jsonl");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void aPortThatIsAskedForTwiceIsRefusedBeforeAnythingStarts() {
        Verb refused = Verb.run("up", "--output", folder.toString(), "--kafka-port", "5999", "--connect-port", "5999");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("both Kafka and Kafka Connect");
    }

    @Test
    void printsTheSchemasWithoutAnyServer() {
        Verb all = Verb.run("schemas", "print");
        assertThat(all.out().lines()).hasSize(3).allMatch(line -> line.startsWith("{\"type\":\"record\""));
        assertThat(Verb.run("schemas", "print", "geo").out().lines())
                .singleElement()
                .asString()
                .contains("coordinates");
    }

    @Test
    void tellsItsVersion() {
        assertThat(Verb.run("--version").out()).startsWith("pinflow ");
    }

    static Stream<Arguments> wrongUsages() {
        return Stream.of(
                Arguments.of(List.of("demo", "--mode", "random"), "--mode 'random'"),
                Arguments.of(List.of("demo", "--posts", "-3"), "--posts"),
                Arguments.of(List.of("demo", "--posts", "many"), "--posts"),
                Arguments.of(List.of("demo", "--user-id", "a.b"), "a.b"),
                Arguments.of(List.of("demo", "--output", ""), "--output"),
                Arguments.of(List.of("up", "--output", ""), "--output"),
                Arguments.of(List.of("fly"), "fly"),
                Arguments.of(List.of("topics", "read"), "TOPIC"),
                Arguments.of(List.of("connect"), "apply"),
                Arguments.of(List.of("rejected"), "replay"),
                Arguments.of(List.of("rejected", "list", "--from", "yesterday"), "2026-05-01T10:00:00Z"),
                Arguments.of(List.of("rejected", "list", "--max", "0"), "--max"),
                Arguments.of(List.of("rejected", "list", "--json", "--summary"), "--summary"),
                Arguments.of(List.of("rejected", "list", "--topic", "pins"), "user-0123456789ab.pin"),
                Arguments.of(List.of("rejected", "replay", "--topic", "rejected"), "'rejected'"),
                Arguments.of(List.of("rejected", "replay", "--max-attempts", "0"), "--max-attempts"),
                Arguments.of(List.of("schemas"), "register"),
                Arguments.of(List.of("answers", "top-user-by-country"), "category-by-age-group"),
                Arguments.of(List.of("schemas", "check", "--registry-kind", "glue"), "APICURIO"),
                Arguments.of(List.of(), "demo"));
    }

    static Stream<List<String>> verbs() {
        return verbs(List.of(), Pinflow.commandLine());
    }

    private static Stream<List<String>> verbs(List<String> path, CommandLine command) {
        Stream<List<String>> below = command.getSubcommands().entrySet().stream()
                .flatMap(sub -> verbs(
                        Stream.concat(path.stream(), Stream.of(sub.getKey())).toList(), sub.getValue()));
        return Stream.concat(Stream.of(path), below);
    }
}
