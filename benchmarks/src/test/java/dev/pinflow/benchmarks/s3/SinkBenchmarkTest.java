package dev.pinflow.benchmarks.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.benchmarks.figures.Comparison;
import java.util.List;
import org.junit.jupiter.api.Test;

class SinkBenchmarkTest {
    private final Comparison<String, SinkFigures> comparison = SinkBenchmark.comparison(SinkCases.all());

    @Test
    void printsTheMediansOfEachCaseAndJudgesThem() {
        comparison.add("json", new SinkFigures(110_000, 13, 7, 7_200, 7_300, 500e6, 1, 102, 289.9e6));
        comparison.add("null", new SinkFigures(140_000, 9, 5, 5_300, 5_300, 400e6, 0, 0, 0));
        comparison.add("null", new SinkFigures(160_000, 11, 5, 5_300, 5_300, 400e6, 0, 0, 0));

        assertThat(comparison.table()).isEqualTo("""
                case  records/s  worker µs  task µs  task B  worker B  heap MB  requests  objects     MB  runs
                null    150,000       10.0      5.0   5,300     5,300      400      0.00        0    0.0     2
                json    110,000       13.0      7.0   7,200     7,300      500      1.00      102  289.9     1
                """);
        assertThat(comparison.targets()).isEqualTo("""
                target                                                                    measured
                json: task CPU, of null's                                   at most 1.40      1.40  pass
                json: worker CPU, of null's                                 at most 1.40      1.30  pass
                json: records/s, of null's                                 at least 0.73      0.73  pass
                json: kB per record allocated by the task beyond null's     at most 1.80      1.90  FAIL
                json: kB per record allocated by the worker beyond null's   at most 1.80      2.00  FAIL
                json: requests per object                                   at most 1.00      1.00  pass
                """);
    }

    @Test
    void everyDefaultCaseIsThere() {
        List<String> names = SinkCases.all().stream().map(SinkCase::name).toList();

        assertThat(names).contains(SinkCases.DEFAULT.split(",", -1));
    }
}
