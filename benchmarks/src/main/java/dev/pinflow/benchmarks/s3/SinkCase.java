package dev.pinflow.benchmarks.s3;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * What is compared with others.
 *
 * @param name of letters, digits, dashes and plus signs
 * @param delay what each S3 request takes longer
 * @param options of the connector, without topics and S3 server; in values, {@code {endpoint}}, {@code {bucket}},
 *     {@code {access-key}} and {@code {secret-key}} are filled in
 */
record SinkCase(String name, Input input, Duration delay, Expectation expectation, Map<String, String> options) {
    private static final String FORMATS = "io.confluent.connect.s3.format.";
    private static final String FLUSH_SIZE = Long.toString(Expectation.FLUSH_SIZE);

    SinkCase {
        options = Map.copyOf(options);
    }

    /** The sink that drops every record. */
    static SinkCase floor(String name, Input input, Map<String, String> converter) {
        Map<String, String> options = new HashMap<>(converter);
        options.put("connector.class", "dev.pinflow.benchmarks.s3.floor.NullSinkConnector");
        return new SinkCase(name, input, Duration.ZERO, Expectation.NOTHING, options);
    }

    /**
     * Pinflow's sink.
     *
     * @param format as Confluent's class name says it, behind {@code io.confluent.connect.s3.format.}
     */
    static SinkCase pinflow(
            String name, Input input, Expectation expectation, Map<String, String> converter, String format) {
        Map<String, String> options = new HashMap<>(converter);
        options.put("connector.class", "dev.pinflow.connect.s3.S3SinkConnector");
        options.put("storage.class", "io.confluent.connect.s3.storage.S3Storage");
        options.put("format.class", FORMATS + format);
        options.put("partitioner.class", "io.confluent.connect.storage.partitioner.DefaultPartitioner");
        options.put("flush.size", FLUSH_SIZE);
        options.put("schema.compatibility", "NONE");
        options.put("s3.region", "us-east-1");
        options.put("store.url", "{endpoint}");
        options.put("s3.bucket.name", "{bucket}");
        options.put("aws.access.key.id", "{access-key}");
        options.put("aws.secret.access.key", "{secret-key}");
        return new SinkCase(name, input, Duration.ZERO, expectation, options);
    }

    SinkCase named(String newName) {
        return new SinkCase(newName, input, delay, expectation, options);
    }

    SinkCase delayed(Duration newDelay) {
        return new SinkCase(name, input, newDelay, expectation, options);
    }

    SinkCase expecting(Expectation newExpectation) {
        return new SinkCase(name, input, delay, newExpectation, options);
    }

    /** With options added or replaced. */
    SinkCase with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(options);
        all.putAll(more);
        return new SinkCase(name, input, delay, expectation, all);
    }
}
