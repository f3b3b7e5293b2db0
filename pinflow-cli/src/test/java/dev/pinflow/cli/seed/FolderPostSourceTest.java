package dev.pinflow.cli.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FolderPostSourceTest {
    private static final String GEO_HEAD = "{\"ind\":4,\"timestamp\":";

    @TempDir
    private Path folder;

    @BeforeEach
    void writeEmptyFiles() throws IOException {
        for (SourceTable table : SourceTable.values()) {
            write(table, "");
        }
    }

    @Test
    void keepsTextsToTheLastSpace() throws IOException {
        write(SourceTable.PINTEREST_DATA, """
                {"index":7,"title":" a\\nb \\u00a0","description":"\\ud83d\\ude0d…","follower_count":"15k","downloaded":1}
                """);
        assertThat(rows(SourceTable.PINTEREST_DATA))
                .containsExactly(row(7L, null, " a\nb \u00a0", "😍…", null, "15k", null, null, null, 1L, null, null));
    }

    @Test
    void letsALaterLineForTheSameIndexReplaceTheEarlier() throws IOException {
        write(SourceTable.USER_DATA, """
                {"ind":1,"first_name":"Ada"}
                {"ind":2,"first_name":"Bo"}

                {"ind":"1","first_name":"Eva"}
                """);
        assertThat(rows(SourceTable.USER_DATA))
                .containsExactly(row(2L, "Bo", null, null, null), row(1L, "Eva", null, null, null));
        assertThat(PostSource.folder(folder).rows(SourceTable.USER_DATA)).isEqualTo(2);
    }

    @Test
    void storesTheLiteralOfANumberInATextColumn() throws IOException {
        write(SourceTable.PINTEREST_DATA, "{\"index\":1.0,\"follower_count\":1500,\"title\":true}");
        assertThat(rows(SourceTable.PINTEREST_DATA))
                .containsExactly(row(1L, null, "true", null, null, "1500", null, null, null, null, null, null));
    }

    @Test
    void readsFilesFromWindows() throws IOException {
        write(SourceTable.USER_DATA, "\ufeff{\"ind\":1,\"age\":\"20\"}\r\n{\"ind\":2,\"age\":21.0}\r\n");
        assertThat(rows(SourceTable.USER_DATA))
                .containsExactly(row(1L, null, null, 20L, null), row(2L, null, null, 21L, null));
    }

    @ParameterizedTest
    @CsvSource({
        "2020-08-28T03:52:47,            2020-08-28 03:52:47",
        "2020-08-28 03:52:47,            2020-08-28 03:52:47",
        "2020:08:28 03:52:47,            2020-08-28 03:52:47",
        "2020-08-28T03:52:47.999999999Z, 2020-08-28 03:52:47",
        "2020-08-28T03:52:47+05:30,      2020-08-27 22:22:47",
        "2020-08-28 03:52:47-0100,       2020-08-28 04:52:47",
        "2020-02-29T00:00:00+01,         2020-02-28 23:00:00",
        "1598586767999,                  2020-08-28 03:52:47",
        "-1,                             1969-12-31 23:59:59",
    })
    void readsDateTimesInAllFormsOfTheContract(String text, String stored) throws IOException {
        write(SourceTable.GEOLOCATION_DATA, GEO_HEAD + "\"" + text + "\"}");
        assertThat(rows(SourceTable.GEOLOCATION_DATA)).containsExactly(row(4L, stored, null, null, null));
    }

    @Test
    void readsEpochMillisecondsAsNumbersToo() throws IOException {
        write(SourceTable.GEOLOCATION_DATA, GEO_HEAD + "1598586767000,\"latitude\":-88.8298,\"longitude\":\"1e2\"}");
        assertThat(rows(SourceTable.GEOLOCATION_DATA))
                .containsExactly(row(4L, "2020-08-28 03:52:47", -88.8298, 100.0, null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"ind":1                           | is not JSON at column
                    {"ind":1,}                         | is not JSON at column
                    {'ind':1}                          | is not JSON at column
                    {"ind":1} {"ind":2}                | goes on after the JSON object
                    [{"ind":1}]                        | is not a JSON object
                    7                                  | is not a JSON object
                    {"ind":1,"ind":2}                  | Duplicate field 'ind'
                    {}                                 | has no 'ind'
                    {"ind":null}                       | has no 'ind'
                    {"index":1}                        | has the column 'index', which geolocation_data has not
                    {"ind":1,"Country":"Peru"}         | its columns are ind, timestamp, latitude, longitude, country
                    {"ind":-1}                         | has '-1' in 'ind', which takes a whole number from 0 to 2147483647
                    {"ind":2147483648}                 | has '2147483648' in 'ind'
                    {"ind":1.5}                        | has '1.5' in 'ind'
                    {"ind":1e999999999}                | has '1e999999999' in 'ind'
                    {"ind":true}                       | has 'true' in 'ind'
                    {"ind":1,"timestamp":"2020-02-30 00:00:00"} | has '2020-02-30 00:00:00' in 'timestamp'
                    {"ind":1,"timestamp":"2020-01-01 24:00:00"} | takes a date and time such as
                    {"ind":1,"timestamp":"2020-01-01"} | has '2020-01-01' in 'timestamp'
                    {"ind":1,"timestamp":""}           | has '' in 'timestamp'
                    {"ind":1,"latitude":"north"}       | has 'north' in 'latitude', which takes a number
                    {"ind":1,"latitude":NaN}           | is not JSON at column
                    {"ind":1,"latitude":"NaN"}         | has 'NaN' in 'latitude'
                    {"ind":1,"latitude":1e300}         | has '1e300' in 'latitude'
                    {"ind":1,"country":["Peru"]}       | has an array or object in 'country'
                    {"ind":1,"country":"\\ud83d"}      | has half a surrogate pair in 'country'
                    """)
    void namesFileAndLineOfWhatIsNoRow(String line, String complaint) throws IOException {
        write(SourceTable.GEOLOCATION_DATA, "{\"ind\":0}\n\n" + line + "\n{\"ind\":9}\n");
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> PostSource.folder(folder))
                .withMessageStartingWith(folder.resolve("geo.jsonl") + ", line 3 ")
                .withMessageContaining(complaint)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void findsABrokenByteOnItsOwnLine() throws IOException {
        byte[] lines =
                "{\"ind\":1,\"country\":\"Peru\"}\n{\"ind\":2,\"country\":\"P#ru\"}\n".getBytes(StandardCharsets.UTF_8);
        lines[lines.length - 6] = (byte) 0xFF;
        Files.write(folder.resolve("geo.jsonl"), lines);
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> PostSource.folder(folder))
                .withMessageContaining("line 2 is not JSON")
                .withMessageContaining("Invalid UTF-8");
    }

    @Test
    void refusesTextThatATextColumnWouldCut() throws IOException {
        write(SourceTable.USER_DATA, "{\"ind\":1,\"first_name\":\"" + "é".repeat(32_768) + "\"}");
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> PostSource.folder(folder))
                .withMessage(folder.resolve("user.jsonl")
                        + ", line 1 has 65536 bytes of text in 'first_name', which takes 65535 at most.");
    }

    @Test
    void refusesAFileWithoutLineEndsBeforeItFillsTheMemory() throws IOException {
        write(SourceTable.USER_DATA, " ".repeat(ByteLines.LONGEST + 1));
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> PostSource.folder(folder))
                .withMessageContaining("line 1 is longer than 8388608 bytes");
    }

    @Test
    void saysWhichFileIsMissing() throws IOException {
        Files.delete(folder.resolve("user.jsonl"));
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> PostSource.folder(folder))
                .withMessage(folder + " has no file user.jsonl that can be read:"
                        + " put pin.jsonl, geo.jsonl and user.jsonl there.");
        Path nowhere = folder.resolve("nowhere");
        assertThatExceptionOfType(SeedException.class)
                .isThrownBy(() -> PostSource.folder(nowhere))
                .withMessage(nowhere + " is not a folder: give one that holds pin.jsonl, geo.jsonl and user.jsonl.");
    }

    private void write(SourceTable table, String content) throws IOException {
        Files.writeString(folder.resolve(table.fileName()), content);
    }

    private List<List<Object>> rows(SourceTable table) {
        try (Stream<TableRow> rows = PostSource.folder(folder).open(table)) {
            return rows.map(TableRow::cells).toList();
        }
    }

    private static List<Object> row(Object... cells) {
        return Arrays.asList(cells);
    }
}
