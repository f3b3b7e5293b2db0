package dev.pinflow.benchmarks.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.benchmarks.figures.Comparison;
import org.junit.jupiter.api.Test;

class CleaningThroughputTest {
    @Test
    void printsTheMediansOfEachCaseAndJudgesThem() {
        Comparison<StreamsCase, StreamsFigures> comparison = CleaningThroughput.comparison();
        comparison.add(StreamsCase.CLEANING, new StreamsFigures(50_000, 20, 5_000));
        comparison.add(StreamsCase.PREBUILT, new StreamsFigures(90_000, 9, 14_000));
        comparison.add(StreamsCase.PREBUILT, new StreamsFigures(110_000, 11, 14_000));

        assertThat(comparison.table()).isEqualTo("""
                case      records/s  CPU µs/record  allocated B/record  runs
                cleaning     50,000           20.0               5,000     1
                prebuilt    100,000           10.0              14,000     2
                """);
        assertThat(comparison.targets()).isEqualTo("""
                target                                             measured
                cleaning: records/s, of prebuilt's  at least 0.60      0.50  FAIL
                cleaning: CPU, of prebuilt's         at most 1.67      2.00  FAIL
                """);
    }

    @Test
    void figuresPassFromOneProcessToAnother() {
        StreamsFigures figures = new StreamsFigures(12_345.678, 9.1, 5_000);

        assertThat(StreamsFigures.parse(figures.line())).isEqualTo(figures);
    }
}
