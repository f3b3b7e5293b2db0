package dev.pinflow.analytics.job;

import java.net.URI;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;

/** Opens the session of a job: what every job needs on top of the settings given to spark-submit. */
public final class Sessions {
    private Sessions() {}

    /**
     * The session, opened or joined; the caller closes it.
     *
     * @param name what the cluster's own pages call the job
     * @param s3Endpoint the address of an S3 server other than AWS, which is then asked with path-style requests; keys
     *     come from S3A's default chain (AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY first)
     */
    public static SparkSession open(String name, Optional<URI> s3Endpoint) {
        SparkSession.Builder builder = SparkSession.builder()
                .appName(name)
                // Years are UTC years, wherever the job runs.
                .config("spark.sql.session.timeZone", "UTC");
        s3Endpoint.ifPresent(endpoint -> {
            builder.config("spark.hadoop.fs.s3a.endpoint", endpoint.toString());
            builder.config("spark.hadoop.fs.s3a.endpoint.region", "us-east-1");
            builder.config("spark.hadoop.fs.s3a.path.style.access", "true");
            builder.config("spark.hadoop.fs.s3a.connection.ssl.enabled", "https".equals(endpoint.getScheme()));
            // A server that does not answer is told within seconds; the defaults retry for many minutes.
            builder.config("spark.hadoop.fs.s3a.connection.establish.timeout", "15s");
            builder.config("spark.hadoop.fs.s3a.attempts.maximum", "2");
            builder.config("spark.hadoop.fs.s3a.retry.limit", "2");
        });
        return builder.getOrCreate();
    }
}
