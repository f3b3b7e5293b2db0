package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.Answers;
import dev.pinflow.analytics.answers.PostTally;
import dev.pinflow.analytics.job.Job;
import dev.pinflow.analytics.job.Sessions;
import dev.pinflow.analytics.posts.CuratedTopics;
import dev.pinflow.analytics.posts.Posts;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.RuntimeConfig;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main class for spark-submit that answers the questions from the curated objects; see {@code --help}. */
public final class ReportJob {
    private static final Logger LOG = LoggerFactory.getLogger(ReportJob.class);

    private ReportJob() {}

    /** Ends the process with 1 when the answers could not be given and with 2 when the words are wrong. */
    public static void main(String[] words) {
        int code = Job.exitCode("report", ReportJob::run, List.of(words));
        if (code != 0) {
            System.exit(code);
        }
    }

    private static void run(List<String> words) throws IOException {
        if (words.contains("--help")) {
            System.out.print(ReportOptions.HELP);
            return;
        }
        ReportOptions options = ReportOptions.parse(words);
        try (SparkSession session = Sessions.open("pinflow report", options.s3Endpoint())) {
            Findings findings = find(session, options);
            new ConsoleTables(System.out, options.consoleRows()).print(findings);
            new ReportFiles(options.output()).write(findings);
            LOG.info(
                    "Wrote report.html and the tables below {}",
                    options.output().toAbsolutePath());
        }
    }

    /** Reads the topics and answers every question. */
    static Findings find(SparkSession session, ReportOptions options) {
        CuratedTopics topics = CuratedTopics.at(session, options.input(), options.topics());
        plan(session.conf(), topics.shufflePartitions());
        try (Posts posts = Posts.of(topics, options.rules().deduplicate())) {
            Answers answers = new Answers(new PostTally(posts.rows(), options.rules()).tally(), options.rules());
            return new Findings(
                    options.topics().prefix(),
                    options.input(),
                    Clock.systemUTC().instant(),
                    options.rules(),
                    answers.all(),
                    posts.census(),
                    answers.exclusions());
        }
    }

    /** The plan is known beforehand: one shuffle by post, then small ones. Re-planning on the way only costs. */
    private static void plan(RuntimeConfig settings, int shufflePartitions) {
        settings.set("spark.sql.shuffle.partitions", shufflePartitions);
        settings.set("spark.sql.adaptive.enabled", false);
    }
}
