package dev.pinflow.benchmarks.rds;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.benchmarks.figures.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class SourceBenchmarkTest {
    private final Comparison<SourceCase, Figures> comparison = SourceBenchmark.comparison();

    @Test
    void takesTheMedianOfEachFigureOnItsOwn() {
        Figures median = Figures.median(List.of(new Figures(3, 10, 7), new Figures(1, 30, 7), new Figures(2, 20, 7)));

        assertThat(median).isEqualTo(new Figures(2, 20, 7));
    }

    @Test
    void takesTheMeanOfTheMiddleTwo() {
        assertThat(Figures.median(List.of(new Figures(1, 4, 0), new Figures(2, 8, 0))))
                .isEqualTo(new Figures(1.5, 6, 0));
    }

    @Test
    void printsMediansInTheOrderOfTheCases() {
        comparison.add(SourceCase.READ, new Figures(500_000, 3, 0));
        comparison.add(SourceCase.JSON, new Figures(160_000, 9.04, 314.2));
        comparison.add(SourceCase.JSON, new Figures(170_000, 9.04, 314.2));

        assertThat(comparison.table()).isEqualTo("""
                case                                     records/s  CPU µs/record  bytes/record  runs
                Pinflow sweep, json, ByteArrayConverter    165,000            9.0           314     2
                JDBC alone: stream, decode every column    500,000            3.0                   1
                """);
    }

    @Test
    void judgesOnlyTargetsWhoseCasesWereRun() {
        comparison.add(SourceCase.JSON, new Figures(160_000, 12.1, 314));
        comparison.add(SourceCase.SAMPLE, new Figures(80_000, 20, 314));

        assertThat(comparison.targets()).isEqualTo("""
                target                                        measured
                json: CPU µs per record        at most 12.00     12.10  FAIL
                sample: records/s, of sweep's  at least 0.50      0.50  pass
                """);
    }

    @Test
    void comparesTheProcessorTimeWithTheSumOfPrebuiltMapsAndReading() {
        comparison.add(SourceCase.MAP, new Figures(1, 15, 0));
        comparison.add(SourceCase.FLOOR_MAP, new Figures(1, 9, 0));
        comparison.add(SourceCase.READ, new Figures(1, 3, 0));

        assertThat(comparison.targets()).contains("at most 1.25      1.25  pass");
    }
}
