package dev.pinflow.cli.report;

import dev.pinflow.cli.cluster.S3Options;
import dev.pinflow.cli.cluster.StackOption;
import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.cli.console.Progress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "report",
        description =
                "Answers the eight questions from the curated objects: tables on stdout; CSV, JSON and report.html"
                        + " in the output folder.",
        footer = {
            "",
            "Example:",
            "  pinflow report --bucket my-bucket --user-id 0123456789ab --output report -- --median lower"
        })
public final class ReportCommand implements Callable<Integer> {
    @Mixin
    private StackOption stack;

    @Mixin
    private UserOption user;

    @Mixin
    private S3Options s3;

    @Option(
            names = "--input",
            paramLabel = "DIR",
            description = "What holds the topics' folders (default: s3a://BUCKET/topics).")
    private String input;

    @Parameters(arity = "0..*", paramLabel = "JOB OPTION", description = "Options of the job itself, behind --.")
    private List<String> jobOptions = List.of();

    @Override
    public Integer call() {
        String topics = input != null ? input : "s3a://" + s3.bucket(stack) + "/topics";
        Path log = stack.output().resolve("logs").resolve("spark.log");
        Progress.onStandardError().line("Spark reads " + topics + "; its log is " + log);
        new SparkReport(s3.location(stack), log)
                .run(topics, user.topics(stack).userId(), stack.output(), System.out, jobOptions);
        return 0;
    }
}
