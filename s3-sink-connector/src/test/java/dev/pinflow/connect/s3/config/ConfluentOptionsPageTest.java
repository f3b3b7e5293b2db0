package dev.pinflow.connect.s3.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The page that tells what becomes of each option of Confluent's sink is made from the definition and from
 * {@code confluent-options.txt}. To write it anew, see {@link OptionsPageTest}.
 */
class ConfluentOptionsPageTest {
    private static final Path PAGE = Path.of("CONFLUENT-OPTIONS.md");

    private static final String ABOUT = """
            # Confluent's options here

            Every option of Confluent's S3 sink 12.1.9, and what becomes of it when its configuration is taken over with another
            `connector.class`. *Honoured* means the same default and the same meaning. What is refused is refused by validation,
            with the reason; nothing is ignored silently. `EveryConfluentOptionTest` tries each row: an honoured value is accepted
            and read, a refused one is answered with these words. The test named here shows what it does.

            This page is made from the definition of the options and checked against it by `ConfluentOptionsPageTest`. All
            options, those that are new here included: [OPTIONS.rst](OPTIONS.rst).

            | option | default there | here | shown by |
            |---|---|---|---|
            """;

    static Stream<String> testClasses() {
        return ConfluentOption.table().stream()
                .flatMap(option -> option.test().stream())
                .distinct();
    }

    @Test
    void thePageSaysWhatTheDefinitionSays() throws IOException {
        String page = ABOUT
                + ConfluentOption.table().stream()
                        .map(ConfluentOptionsPageTest::row)
                        .collect(Collectors.joining());
        if (Boolean.getBoolean("pinflow.options.write")) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }

    @ParameterizedTest
    @MethodSource("testClasses")
    void theTestsThatItNamesAreThere(String test) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            assertThat(files.map(file -> file.getFileName().toString())).contains(test + ".java");
        }
    }

    private static String row(ConfluentOption option) {
        String there = option.defaultValue()
                .map(text -> text.isEmpty() ? "empty" : text.equals("null") ? "none" : "`" + text + "`")
                .orElse(option.key().equals("schema.generator.class") ? "none" : "required");
        String here = OptionState.sentence(option.key())
                + option.note()
                        .filter(note -> OptionState.of(option.key()) == OptionState.HONOURED)
                        .map(note -> ". " + note)
                        .orElse("");
        return "| `%s` | %s | %s | %s |%n"
                .formatted(option.key(), there, here, option.test().orElse("EveryConfluentOptionTest"));
    }
}
