package dev.pinflow.analytics.report;

import dev.pinflow.analytics.answers.MedianKind;
import dev.pinflow.analytics.answers.Rules;
import dev.pinflow.analytics.answers.Ties;
import dev.pinflow.analytics.answers.UserIdentity;
import dev.pinflow.analytics.job.Arguments;
import dev.pinflow.analytics.job.Words;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.AgeBand;
import dev.pinflow.contract.report.YearRange;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the report job was asked for.
 *
 * @param input the folder that holds the topics' folders
 * @param output the local folder for the files
 * @param consoleRows how many rows of each table are printed
 */
record ReportOptions(String input, Topics topics, Path output, Optional<URI> s3Endpoint, Rules rules, int consoleRows) {
    static final String HELP = """
            Answers the eight questions from the curated objects of one user.

              --input DIR               s3a://BUCKET/topics or a local folder: what holds the topics' folders
              --user-id ID              whose topics: user-ID.curated.pin, geo and user
              --output DIR              local folder for report.html, quality.json and reports/*.csv, *.json
              --s3-endpoint URL         an S3 server other than AWS, such as http://127.0.0.1:9000; keys come from
                                        AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY
              --median KIND             interpolated (default) or lower
              --ties KIND               all (default) or first
              --user-identity KIND      full (default: name, age and time of joining) or name
              --no-dedupe               every record counts, not only the latest of its post
              --post-years FIRST-LAST   default 2018-2022
              --join-years FIRST-LAST   default 2015-2020
              --age-groups LIST         default 18-24,25-35,36-50,+50 (+50 is older than 50)
              --rows N                  rows printed of each table, default 15
              --help                    this text
            """;

    private static final Set<String> VALUED = Set.of(
            "--input",
            "--user-id",
            "--output",
            "--s3-endpoint",
            "--median",
            "--ties",
            "--user-identity",
            "--post-years",
            "--join-years",
            "--age-groups",
            "--rows");

    /** @throws dev.pinflow.analytics.job.UsageException with every problem of the words */
    static ReportOptions parse(List<String> words) {
        Arguments arguments = new Arguments(words, VALUED, Set.of("--no-dedupe"));
        Rules defaults = Rules.DEFAULTS;
        ReportOptions options = new ReportOptions(
                arguments.required(
                        "--input", "the folder that holds the topics, such as s3a://BUCKET/topics", "", text -> text),
                arguments.required("--user-id", "the id in the topics' names", new Topics("none"), Topics::new),
                arguments.required("--output", "a local folder for the files", Path.of("."), Words::folder),
                arguments.value("--s3-endpoint", Optional.empty(), text -> Optional.of(Words.httpAddress(text))),
                new Rules(
                        arguments.value("--median", defaults.median(), Words.choice(MedianKind.class)),
                        arguments.value("--ties", defaults.ties(), Words.choice(Ties.class)),
                        arguments.value("--user-identity", defaults.identity(), Words.choice(UserIdentity.class)),
                        !arguments.flag("--no-dedupe"),
                        arguments.value("--post-years", defaults.postYears(), YearRange::parse),
                        arguments.value("--join-years", defaults.joinYears(), YearRange::parse),
                        arguments.value("--age-groups", defaults.ages(), AgeBand::parseAll)),
                arguments.value("--rows", 15, Words::count));
        arguments.check();
        return options;
    }
}
