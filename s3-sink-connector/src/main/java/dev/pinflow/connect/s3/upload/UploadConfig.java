package dev.pinflow.connect.s3.upload;

import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * How objects are brought to S3.
 *
 * @param threads that upload, at least 1
 * @param conditional whether what lies under a key is looked at before it is replaced
 * @param abortsStale whether multipart uploads of earlier owners are looked for and aborted
 * @param backoff pause before an upload is tried again
 * @param giveUpAfter how long an upload may keep failing
 * @param shutdown how long running uploads have to end when the task ends
 */
public record UploadConfig(
        int threads,
        boolean conditional,
        boolean abortsStale,
        Duration backoff,
        Duration giveUpAfter,
        Duration shutdown) {
    static final String THREADS = "s3.upload.threads";
    static final String CONDITIONAL = "enable.conditional.writes";
    static final String ABORT_STALE = "s3.abort.stale.uploads";
    static final String BACKOFF = "retry.backoff.ms";
    static final String GIVE_UP = "retry.timeout.ms";
    static final String SHUTDOWN = "shutdown.timeout.ms";

    private static final int MOST_THREADS = 256;

    public static void define(ConfigDef def) {
        def.define(
                THREADS,
                ConfigDef.Type.INT,
                8,
                Range.between(1, MOST_THREADS),
                Importance.LOW,
                "Threads of a task that upload, 1 to " + MOST_THREADS
                        + ", and as many connections to S3. Objects of one"
                        + " rotation go up side by side, rotations of a topic partition one after the other. New here.");
        def.define(
                CONDITIONAL,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Write an object only where none is, and look at one that is there: what it has already is not written"
                        + " again, what another writer has put there is never lost. Here at every rotation and for keys and"
                        + " headers too, in Confluent's sink at scheduled rotation only. Set it to false for a store that"
                        + " knows neither If-None-Match nor If-Match; then a displaced task may replace newer objects.");
        def.define(
                ABORT_STALE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "Abort the unfinished multipart uploads that a killed task has left of a topic partition, when its first"
                        + " record comes. Costs one request each and the right to s3:ListBucketMultipartUploads; without"
                        + " it give the bucket a lifecycle rule. New here.");
        def.define(
                BACKOFF,
                ConfigDef.Type.LONG,
                5_000L,
                Range.atLeast(0),
                Importance.LOW,
                "Pause in ms before an upload is tried again after S3 did not take it for now. It is sent again from the"
                        + " buffer; reading goes on meanwhile.");
        def.define(
                GIVE_UP,
                ConfigDef.Type.LONG,
                600_000L,
                Range.atLeast(0),
                Importance.LOW,
                "How long in ms an upload may keep failing before the task fails. Nothing is lost then. New here.");
        def.define(
                SHUTDOWN,
                ConfigDef.Type.LONG,
                3_000L,
                Range.atLeast(0),
                Importance.LOW,
                "How long in ms uploads that run when the task ends have to end.");
    }

    public static UploadConfig from(AbstractConfig config) {
        return new UploadConfig(
                config.getInt(THREADS),
                config.getBoolean(CONDITIONAL),
                config.getBoolean(ABORT_STALE),
                Duration.ofMillis(config.getLong(BACKOFF)),
                Duration.ofMillis(config.getLong(GIVE_UP)),
                Duration.ofMillis(config.getLong(SHUTDOWN)));
    }
}
