package dev.pinflow.connect.s3.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectNamesTest {
    @ParameterizedTest(name = "{0} {1} {2} {3}: {5}")
    @CsvSource({
        "topics, /, +, 10, 10000, topics/t.x/partition=3/t.x+3+0000010000",
        "'', /, +, 10, 7, t.x/partition=3/t.x+3+0000000007",
        "a/b, /, -, 0, 7, a/b/t.x/partition=3/t.x-3-7",
        "topics, _, +, 2, 12345, topics_t.x_partition=3_t.x+3+12345",
    })
    void followTheGrammar(String topics, String directory, String file, int width, long offset, String expected) {
        ObjectNames names = new ObjectNames(topics, directory, file, width);
        assertThat(names.base(names.folder("t.x", "partition=3"), "t.x", 3, offset))
                .isEqualTo(expected);
    }
}
