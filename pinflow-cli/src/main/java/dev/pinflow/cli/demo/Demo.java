package dev.pinflow.cli.demo;

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
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import software.amazon.awssdk.services.s3.S3Client;

/** The stages of a demo on a started stack. */
final class Demo {
    private static final String SOURCE = "rds-source";
    private static final String TOPICS_DIR = "topics";

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

    /** Runs all stages; false when the ledger does not balance. */
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
        Path output = local.folder().path();
        ledger.save(output.resolve("ledger.json"));
        System.out.print(ledger.render());
        progress.line("Reports (Spark, in a JVM of its own)");
        timings.measure("reports", () -> {
            report(output);
            return true;
        });
        timings.save(output.resolve("timings.json"));
        progress.line("Results: " + output.toAbsolutePath().normalize() + " (open report.html)");
        return ledger.balanced();
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
