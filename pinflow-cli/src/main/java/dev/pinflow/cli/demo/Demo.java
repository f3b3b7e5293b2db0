package dev.pinflow.cli.demo;

import dev.pinflow.cli.answers.LiveAnswers;
import dev.pinflow.cli.answers.LiveComparison;
import dev.pinflow.cli.cluster.S3Credentials;
import dev.pinflow.cli.cluster.S3Location;
import dev.pinflow.cli.connect.ConnectRest;
import dev.pinflow.cli.console.Progress;
import dev.pinflow.cli.ledger.Ledger;
import dev.pinflow.cli.ledger.ObjectCounts;
import dev.pinflow.cli.ledger.PostedCounts;
import dev.pinflow.cli.ledger.TopicCounts;
import dev.pinflow.cli.report.SparkReport;
import dev.pinflow.cli.seed.DatabaseAccess;
import dev.pinflow.cli.seed.DatabaseSeeder;
import dev.pinflow.cli.seed.ExistingRows;
import dev.pinflow.cli.seed.PostSource;
import dev.pinflow.cli.seed.SeedProgress;
import dev.pinflow.cli.seed.SourceTable;
import dev.pinflow.cli.up.LocalServers;
import dev.pinflow.cli.up.LocalStack;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.S3Client;

/** The stages of a demo on a started stack. */
final class Demo {
    private static final String SOURCE = "rds-source";
    private static final String TOPICS_DIR = "topics";

    /** After Spark's run the answers are long complete. */
    private static final Duration LIVE_PATIENCE = Duration.ofSeconds(60);

    private final LocalStack local;
    private final Topics topics;
    private final DemoPlan plan;
    private final Timings timings;
    private final Progress progress;
    private final S3Location s3;

    Demo(LocalStack local, Topics topics, DemoPlan plan, Timings timings, Progress progress) {
        this.local = local;
        this.topics = topics;
        this.plan = plan;
        this.timings = timings;
        this.progress = progress;
        this.s3 = new S3Location(
                Optional.of(URI.create(local.addresses().s3Endpoint())),
                Optional.of(S3Credentials.read(local.addresses().secrets())));
    }

    /** Runs all stages; false when the ledger does not balance or the live answers are not Spark's. */
    boolean run(PostSource source) throws Exception {
        Map<SourceTable, Long> rows = timings.measure("seed", () -> seed(source));
        long posts = rows.get(SourceTable.PINTEREST_DATA);
        progress.line(String.format(Locale.ROOT, "Database: %,d posts", posts));
        if (source.incomplete() > 0) {
            progress.line(String.format(
                    Locale.ROOT,
                    "  %,d of the indexes are not in all three tables and are not posted",
                    source.incomplete()));
        }
        timings.measure("sinks", () -> {
            local.pipeline().deploySinks();
            return true;
        });
        Ledger ledger = flow(plan.expectedPostings(posts));
        Instant counted = Instant.now();
        Path output = local.folder().path();
        ledger.save(output.resolve("ledger.json"));
        System.out.print(ledger.render());
        progress.line("Reports (Spark, in a JVM of its own)");
        timings.measure("reports", () -> {
            report(output);
            return true;
        });
        boolean same = timings.measure("live answers", () -> compare(output.resolve("reports"), counted));
        timings.save(output.resolve("timings.json"));
        progress.line("Results: " + output.toAbsolutePath().normalize() + " (open report.html)");
        return ledger.balanced() && same;
    }

    private boolean compare(Path reports, Instant counted) throws InterruptedException {
        String url = local.addresses().streamsUrl();
        List<Report> differing = new LiveComparison(new LiveAnswers(url), reports, LIVE_PATIENCE).differing(counted);
        String verdict = differing.isEmpty()
                ? "the same as Spark's"
                : "NOT the same as Spark's in "
                        + differing.stream().map(Report::id).collect(Collectors.joining(", "));
        System.out.println("Live answers at " + url + "/answers: " + verdict + ".");
        return differing.isEmpty();
    }

    private Map<SourceTable, Long> seed(PostSource source) {
        DatabaseAccess access = new DatabaseAccess(
                local.servers().database().jdbcUrl(),
                local.servers().database().user(),
                local.servers().database().password());
        return new DatabaseSeeder(access, SeedProgress.SILENT).load(source, ExistingRows.EMPTY_FIRST);
    }

    /** From the first post to the last object, then the ledger of a recount from the start. */
    private Ledger flow(long expectedPostings) throws Exception {
        ConnectRest connect = new ConnectRest(local.addresses().connectUrl());
        PostedCounts posted = new PostedCounts(connect, SOURCE);
        try (S3Client client = s3.client()) {
            progress.line("Posts");
            try (TopicCounts counts = new TopicCounts(local.pipeline().client(), topics)) {
                PipelineWatch watch = new PipelineWatch(
                        topics,
                        counts,
                        new ObjectCounts(client, LocalServers.BUCKET, TOPICS_DIR),
                        posted,
                        connect,
                        local.pipeline(),
                        progress,
                        expectedPostings * topics.raw().size());
                local.pipeline().deploySource(plan.sourceVariables());
                watch.await(new SourceTask(SOURCE)::isComplete).addTo(timings);
            }
            return timings.measure("ledger", () -> recount(client, posted));
        }
    }

    private Ledger recount(S3Client client, PostedCounts posted) {
        try (TopicCounts counts = new TopicCounts(local.pipeline().client(), topics)) {
            counts.advanceToEnd();
            ObjectCounts objects = new ObjectCounts(client, LocalServers.BUCKET, TOPICS_DIR);
            return Ledger.of(topics, counts, objects, OptionalLong.of(posted.postings()));
        }
    }

    private void report(Path output) {
        String input = "s3a://" + LocalServers.BUCKET + "/" + TOPICS_DIR;
        new SparkReport(s3, local.folder().logs().resolve("spark.log"))
                .run(input, topics.userId(), output, System.out, List.of());
    }
}
