package dev.pinflow.cli.report;

import dev.pinflow.cli.cluster.Home;
import dev.pinflow.cli.cluster.S3Location;
import dev.pinflow.cli.console.Failure;
import dev.pinflow.stack.process.ChildCommand;
import dev.pinflow.stack.process.ChildProcess;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the report job by spark-submit in a JVM of its own, which ends with this one. */
public final class SparkReport {
    private static final String JOB = "dev.pinflow.analytics.report.ReportJob";
    private static final int TAIL_LINES = 15;

    private final S3Location location;
    private final Path log;

    /** @param log where Spark's own output goes */
    public SparkReport(S3Location location, Path log) {
        this.location = location;
        this.log = log;
    }

    /**
     * Runs the job to its end.
     *
     * @param input what holds the topics' folders, such as {@code s3a://bucket/topics}
     * @param output where the report's files go
     * @param tables where the printed tables go
     * @param more further options of the job
     * @throws Failure when the job fails, with the end of its log
     */
    public void run(String input, String userId, Path output, OutputStream tables, List<String> more) {
        Path spark = Home.spark();
        List<String> command = new ArrayList<>(List.of(
                spark.resolve("bin/spark-submit").toString(),
                "--master",
                "local[2]",
                "--class",
                JOB,
                spark.resolve("app/pinflow-analytics.jar").toString(),
                "--input",
                input,
                "--user-id",
                userId,
                "--output",
                output.toAbsolutePath().toString()));
        location.endpoint().ifPresent(endpoint -> command.addAll(List.of("--s3-endpoint", endpoint.toString())));
        command.addAll(more);
        try (ChildProcess job = ChildCommand.of(command)
                .environment(location.environment())
                .outputTo(tables)
                .errorsTo(log)
                .start()) {
            int code = job.waitFor();
            if (code != 0) {
                throw new Failure("The report job ended with exit code " + code + "; the whole log is in " + log
                        + ", its last lines are:\n" + job.tail(TAIL_LINES));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Failure("The report job was interrupted.", e);
        }
    }
}
