package dev.pinflow.analytics.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianKindTest {
    @ParameterizedTest(name = "the median of {0} is {1}, the lower one {2}")
    @CsvSource(delimiter = '|', textBlock = """
                    7                       | 7            | 7
                    0                       | 0            | 0
                    10 20                   | 15           | 10
                    42 43                   | 42.5         | 42
                    3 1 2                   | 2            | 2
                    5 5 5 100               | 5            | 5
                    1 1 9 9                 | 5            | 1
                    2147483647 2147483647   | 2147483647   | 2147483647
                    2147483646 2147483647   | 2147483646.5 | 2147483646
                    59000 60000             | 59500        | 59000
                    """)
    void isExactAndPrintsAsTheShortestDecimal(String values, String interpolated, String lower) {
        SortedMap<Integer, Long> frequencies = new TreeMap<>();
        for (String value : values.strip().split(" +", -1)) {
            frequencies.merge(Integer.valueOf(value), 1L, Long::sum);
        }

        assertThat(Cell.of(MedianKind.INTERPOLATED.of(frequencies)).plain()).isEqualTo(interpolated);
        assertThat(Cell.of(MedianKind.LOWER.of(frequencies)).plain()).isEqualTo(lower);
    }
}
