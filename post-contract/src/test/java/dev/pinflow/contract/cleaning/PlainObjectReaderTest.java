package dev.pinflow.contract.cleaning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.contract.Entity;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PlainObjectReaderTest {
    private static final List<String> NAMES = List.of("ind", "name", "age");

    private record Member(RawRecord.Kind kind, String text) {}

    @Property(tries = 30_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whatItReadsJacksonReadsTheSame(@ForAll Entity entity, @ForAll long seed) throws RejectedException {
        byte[] json = new AnyValues(new Random(seed)).next(entity);
        Columns columns = new Columns(entity.columns());
        RawRecord record = new RawRecord(columns);

        if (new PlainObjectReader(columns, json).readInto(record)) {
            RawRecord read = new RawRecordReader(columns).readAny(json);
            assertThat(members(record, columns)).isEqualTo(members(read, columns));
            assertThat(read.unknown()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ind\":1,\"name\":\"Ann\",\"age\":null}",
                " {\n\t\"age\" : -20.5 , \"ind\":\"1\"\r} ",
                "{\"name\":\"long enough for several looks at eight bytes\"}",
                "{\"name\":\"\u00e9t\u00e9\u2026\uD83D\uDE00\"}",
                "{\"name\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"}",
                "{\"name\":\"\\ud83d\"}",
            })
    void readsTheFormInWhichAlmostAllComes(String json) {
        assertThat(reads(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[{\"ind\":1}]",
                "{\"ind\":1",
                "{\"ind\":1}{",
                "{\"ind\":1,}",
                "{\"ind\":1,\"ind\":1}",
                "{\"other\":1}",
                "{\"ind\":01}",
                "{\"ind\":1.}",
                "{\"ind\":1e3}",
                "{\"ind\":true}",
                "{\"ind\":{}}",
                "{\"name\":\"a\tb\"}",
                "{\"name\":\"\\x\"}",
                "{\"name\":\"\\u00g0\"}",
                "{\"name\":\"\\",
                "{\"name\":\"\uFFFD\"}",
            })
    void leavesTheRestToJackson(String json) {
        assertThat(reads(json)).isFalse();
    }

    private static boolean reads(String json) {
        Columns columns = new Columns(NAMES);
        return new PlainObjectReader(columns, json.getBytes(StandardCharsets.UTF_8)).readInto(new RawRecord(columns));
    }

    private static List<Member> members(RawRecord record, Columns columns) {
        return IntStream.range(0, columns.count())
                .mapToObj(place -> new Member(record.kind(place), record.text(place)))
                .toList();
    }
}
