package dev.pinflow.analytics.job;

import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the main class of every job does around its work: exit code 0 on success, 1 when the work failed, 2 when the
 * command line is wrong; on failure one sentence on standard error, with the whole cause in the log at debug level.
 */
@FunctionalInterface
public interface Job {
    /**
     * Does the work once.
     *
     * @throws IOException when the session does not close
     * @throws UsageException when the words are wrong; nothing has been read or written then
     */
    void run(List<String> words) throws IOException;

    /** Runs a job under its name and gives the exit code of its process. Never throws. */
    static int exitCode(String name, Job job, List<String> words) {
        Logger log = LoggerFactory.getLogger(Job.class);
        try {
            job.run(words);
            return 0;
        } catch (UsageException e) {
            e.getMessage().lines().forEach(problem -> System.err.println(name + ": " + problem));
            return 2;
        } catch (Exception e) { // Spark throws checked exceptions undeclared
            log.debug("The job {} failed.", name, e);
            System.err.println(name + ": " + FailureSentence.of(e));
            return 1;
        }
    }
}
