package dev.pinflow.cli.ledger;

import dev.pinflow.cli.cluster.KafkaOptions;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.S3Options;
import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.cli.connect.ConnectRest;
import dev.pinflow.contract.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.s3.S3Client;

@Command(
        name = "ledger",
        description =
                "Proves that nothing was lost: counts the records of every topic and of its objects, and compares."
                        + " Exit code 1 when they do not balance.",
        footer = {
            "",
            "Example:",
            "  pinflow ledger --bootstrap-server broker:9092 --connect-url http://worker:8083 --bucket my-bucket \\",
            "    --user-id 0123456789ab"
        })
public final class LedgerCommand implements Callable<Integer> {
    @Mixin
    private KafkaOptions kafka;

    @Mixin
    private UserOption user;

    @Mixin
    private S3Options s3;

    @Option(
            names = "--connect-url",
            paramLabel = "URL",
            description =
                    "Connect worker that runs the source (default: the running local stack's; where a real cluster"
                            + " is given and this is not, what was posted is not compared).")
    private String connectUrl;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            defaultValue = "rds-source",
            description = "Name of the source connector (default: ${DEFAULT-VALUE}).")
    private String source;

    @Option(
            names = "--topics-dir",
            paramLabel = "DIR",
            defaultValue = "topics",
            description = "The sinks' topics.dir (default: ${DEFAULT-VALUE}).")
    private String topicsDir;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "0",
            description = "Count again until the ledger balances, for so long at most; records may be under way.")
    private int waitSeconds;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the ledger to this file too.")
    private Path json;

    @Override
    public Integer call() {
        Topics topics = user.topics(kafka.stack());
        try (TopicCounts counts = new TopicCounts(kafka.clientProperties(), topics);
                S3Client client = s3.client(kafka.stack())) {
            ObjectCounts objects = new ObjectCounts(client, s3.bucket(kafka.stack()), topicsDir);
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(waitSeconds);
            Ledger ledger = count(topics, counts, objects);
            while (!ledger.balanced() && System.nanoTime() < deadline) {
                counts.advance(Duration.ofSeconds(1));
                ledger = count(topics, counts, objects);
            }
            System.out.print(ledger.render());
            if (!ledger.balanced() && waitSeconds == 0) {
                System.err.println("Records may still be under way, and sinks write the tail of a topic only when their"
                        + " schedule says so: try --wait 90.");
            }
            if (json != null) {
                ledger.save(json);
            }
            return ledger.balanced() ? 0 : 1;
        }
    }

    private Ledger count(Topics topics, TopicCounts counts, ObjectCounts objects) {
        counts.advanceToEnd();
        return Ledger.of(topics, counts, objects, posted());
    }

    private OptionalLong posted() {
        if (connectUrl == null && kafka.isExplicit()) {
            return OptionalLong.empty();
        }
        String url = kafka.stack().valueOf(connectUrl, "--connect-url", RunningStack::connectUrl);
        return OptionalLong.of(new PostedCounts(new ConnectRest(url), source).postings());
    }
}
