package dev.pinflow.benchmarks.streams;

import dev.pinflow.benchmarks.figures.Comparison;
import dev.pinflow.benchmarks.figures.Target;
import dev.pinflow.benchmarks.stage.FlightProfile;
import dev.pinflow.benchmarks.stage.JavaProgram;
import dev.pinflow.benchmarks.stage.Progress;
import dev.pinflow.benchmarks.stage.Recording;
import dev.pinflow.stack.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ExecutionException;

/** The runs of one invocation, each a fresh process on the same raw topics; rounds go through all cases in turn. */
final class CleaningThroughput {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final int METHODS = 30;

    private final StreamsStage stage;
    private final RawPosts posts;
    private final String heap;
    private final int threads;
    private final Progress progress;

    /**
     * @param heap the process's, as {@code -Xmx} takes it
     * @param threads how many stream threads it has
     */
    CleaningThroughput(StreamsStage stage, RawPosts posts, String heap, int threads, Progress progress) {
        this.stage = stage;
        this.posts = posts;
        this.heap = heap;
        this.threads = threads;
        this.progress = progress;
    }

    static Comparison<StreamsCase, StreamsFigures> comparison() {
        return new Comparison<>(
                List.of(StreamsCase.values()),
                StreamsCase::title,
                StreamsFigures::median,
                StreamsFigures.COLUMNS,
                List.of(
                        Target.ratio(
                                "cleaning: records/s, of prebuilt's",
                                0.6,
                                true,
                                StreamsCase.CLEANING,
                                StreamsCase.PREBUILT,
                                StreamsFigures::recordsPerSecond),
                        Target.ratio(
                                "cleaning: CPU, of prebuilt's",
                                1 / 0.6,
                                false,
                                StreamsCase.CLEANING,
                                StreamsCase.PREBUILT,
                                StreamsFigures::cpuMicros)));
    }

    /** @throws IllegalStateException if a run fails or its records are not all there */
    void run(List<StreamsCase> cases, int rounds, Comparison<StreamsCase, StreamsFigures> comparison)
            throws IOException, ExecutionException, InterruptedException {
        for (int round = 1; round <= rounds; round++) {
            for (StreamsCase contender : cases) {
                comparison.add(contender, run(contender, Integer.toString(round), List.of()));
            }
        }
    }

    /** Runs a case with the flight recorder on, and prints where its stream thread's time goes. */
    void profile(StreamsCase contender, Path recordings) throws IOException, ExecutionException, InterruptedException {
        run(contender, "recorded", Recording.options(recordings, contender.title()));
        Path file = Recording.file(recordings, contender.title());
        System.out.printf("%n%s, recorded in %s%n", contender.title(), file);
        FlightProfile.print(file, METHODS, "StreamThread.run");
    }

    private StreamsFigures run(StreamsCase contender, String suffix, List<String> jvmOptions)
            throws IOException, ExecutionException, InterruptedException {
        String name = contender.title() + "-" + suffix;
        CuratedTopics curated =
                new CuratedTopics(stage.brokers(), posts.topics().curated());
        curated.clear();
        Path figures = stage.path(name + ".figures");
        List<String> arguments = List.of(
                contender.name(), settings(name).toString(), Long.toString(posts.records()), figures.toString());
        try (ChildProcess child = JavaProgram.underTest(
                        stage.path(name + ".log"), heap, jvmOptions, StreamsProgram.class, arguments)
                .start()) {
            OptionalInt exit = child.waitFor(LIMIT);
            if (exit.isEmpty() || exit.getAsInt() != 0) {
                throw new IllegalStateException(
                        name + " failed or took more than " + LIMIT.toMinutes() + " minutes: " + child.tail(5));
            }
        }
        long count = curated.count();
        if (count != posts.records()) {
            throw new IllegalStateException("%s left %d curated records of %d".formatted(name, count, posts.records()));
        }
        StreamsFigures measured = StreamsFigures.parse(Files.readString(figures));
        progress.say(
                "%s: %,.0f records/s, %.1f \u00b5s CPU, %,.0f B",
                name, measured.recordsPerSecond(), measured.cpuMicros(), measured.allocated());
        return measured;
    }

    /** The service's own configuration; only the consumer group and the state folder differ among the runs. */
    private Path settings(String name) throws IOException {
        return Files.write(
                stage.path(name + ".properties"),
                List.of(
                        "user.id=" + posts.topics().userId(),
                        "bootstrap.servers=" + stage.brokers(),
                        "registry.url=" + stage.registry(),
                        "application.id=" + name,
                        "stream.threads=" + threads,
                        "state.dir=" + stage.path(name + "-state")));
    }
}
