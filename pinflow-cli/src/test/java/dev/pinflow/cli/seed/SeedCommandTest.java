package dev.pinflow.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SeedCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --user app                                             | Name the database by --jdbc-url or --credentials, or
                    --jdbc-url jdbc:mysql://h/d                            | Name the database user by --user or --credentials.
                    --jdbc-url jdbc:postgresql://h/d --user app            | --jdbc-url must begin with jdbc:mysql://
                    --jdbc-url jdbc:mysql://h/d?password=hush --user app   | Leave the password out of --jdbc-url
                    --jdbc-url jdbc:mysql://app:hush@h/d --user app        | Leave the password out of --jdbc-url
                    --jdbc-url jdbc:mysql://h/d --user app --posts 0       | --posts: The number of posts must be between 1 and 100000000, not 0.
                    --jdbc-url jdbc:mysql://h/d --user app --posts many    | Invalid value for option '--posts'
                    --jdbc-url jdbc:mysql://h/d --user app --data . --seed 1 | Give either --data or --posts and --seed, not both.
                    --jdbc-url jdbc:mysql://h/d --user app --table x       | Unknown options: '--table', 'x'
                    """)
    void answersWrongUsageWithOneSentence(String arguments, String sentence) {
        assertThat(run(arguments.split(" "))).isEqualTo(CommandLine.ExitCode.USAGE);
        assertThat(err.toString()).startsWith(sentence).doesNotContain("hush");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void failsInOneSentenceWhenNoDatabaseAnswers() {
        int exitCode = run("--jdbc-url", "jdbc:mysql://127.0.0.1:1/pinterest_data?useSSL=false", "--user", "app");
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString())
                .startsWith("Cannot load posts into jdbc:mysql://127.0.0.1:1/pinterest_data: ")
                .doesNotContain("useSSL", "hush");
        assertThat(err.toString().lines()).hasSize(1);
    }

    @Test
    void failsInOneSentenceWhenTheDataFolderIsMissing() {
        Path nowhere = folder.resolve("nowhere");
        int exitCode = run("--jdbc-url", "jdbc:mysql://127.0.0.1:1/d", "--user", "app", "--data", nowhere.toString());
        assertThat(exitCode).isEqualTo(1);
        assertThat(err.toString()).startsWith(nowhere + " is not a folder");
    }

    @Test
    void readsTheCredentialsFileThatTheConnectorsUse() throws IOException {
        Path file =
                Files.writeString(folder.resolve("db_creds.yaml"), "HOST: 127.0.0.1:1\nUSER: app\nPASSWORD: hush\n");
        assertThat(run("--credentials", file.toString())).isEqualTo(1);
        assertThat(err.toString()).startsWith("Cannot load posts into jdbc:mysql://127.0.0.1:1/pinterest_data: ");
    }

    @Test
    void saysWhatACredentialsFileLacks() throws IOException {
        Path file = Files.writeString(folder.resolve("db_creds.yaml"), "HOST: localhost\nUSER: app\n");
        assertThat(run("--credentials", file.toString())).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(file + " has no PASSWORD: add a line 'PASSWORD: …'." + System.lineSeparator());
    }

    @Test
    void showsExamplesInItsHelp() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("pinflow seed --credentials db_creds.yaml --posts 1000 --seed 7");
    }

    private int run(String... arguments) {
        return new CommandLine(new SeedCommand(Map.of("PINFLOW_DB_PASSWORD", "hush")))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
