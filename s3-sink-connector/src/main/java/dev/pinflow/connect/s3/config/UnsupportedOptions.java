package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * Options of Confluent's sink that would change what is written but are not supported yet: only the value that is in
 * force anyway is accepted, so that none of them is ignored silently.
 */
final class UnsupportedOptions {
    private static final String ENCRYPT =
            "encryption headers are not sent yet; set the bucket's default encryption instead";
    private static final String PROXY = "proxies are not supported yet; set the JVM's https.proxyHost instead";
    private static final String TAGS = "object tags are not written yet; the end offset and the number of records are"
            + " in each object's user metadata";

    private static final List<Unsupported> ALL = List.of(
            new Unsupported(
                    "rotate.interval.ms",
                    "-1",
                    "rotation by record time needs a time-based partitioner, which is not"
                            + " supported yet; use flush.size and rotate.schedule.interval.ms"),
            new Unsupported("s3.object.tagging", "false", TAGS),
            new Unsupported("s3.object.tagging.key.value.pairs", "", TAGS),
            new Unsupported("s3.ssea.name", "", ENCRYPT),
            new Unsupported("s3.sse.kms.key.id", "", ENCRYPT),
            new Unsupported("s3.acl.canned", "", "ACLs are not sent yet; use a bucket policy"),
            new Unsupported("s3.wan.mode", "false", "transfer acceleration is not supported yet"),
            new Unsupported(
                    "s3.compression.type", "none", "compressed text is not supported yet; Parquet is compressed"),
            new Unsupported("s3.proxy.url", "", PROXY),
            new Unsupported("s3.proxy.user", "", PROXY),
            new Unsupported(
                    "max.write.duration.ms",
                    Long.toString(Long.MAX_VALUE),
                    "a batch is always written whole;" + " lower consumer.override.max.poll.records instead"),
            new Unsupported("s3.schema.partition.affix.type", "NONE", "schema names in keys are not supported yet"),
            new Unsupported("s3.send.digest", "false", "Content-MD5 is not sent yet"),
            new Unsupported("partitioner.max.open.files", "-1", "there is no limit of open objects yet"));

    /** Passwords have a type of their own, lest they show up in messages. */
    private static final List<Unsupported> SECRETS = List.of(
            new Unsupported("s3.sse.customer.key", "", ENCRYPT), new Unsupported("s3.proxy.password", "", PROXY));

    private record Unsupported(String key, String inForce, String reason) {
        boolean allows(String value) {
            return value.isBlank() || value.equalsIgnoreCase(inForce);
        }

        String sentence() {
            return reason
                    + (inForce.isEmpty() ? ": remove this option" : ": remove this option or set it to " + inForce);
        }
    }

    private UnsupportedOptions() {}

    static void define(ConfigDef def) {
        for (Unsupported option : ALL) {
            def.define(
                    option.key(),
                    // Kafka's own rendering of the options takes durations for numbers.
                    option.key().endsWith(".ms") ? ConfigDef.Type.LONG : ConfigDef.Type.STRING,
                    option.inForce(),
                    Rules.accepted(option::allows, option.sentence()),
                    Importance.LOW,
                    "Not supported yet: " + option.reason() + ".");
        }
        for (Unsupported option : SECRETS) {
            def.define(
                    option.key(),
                    ConfigDef.Type.PASSWORD,
                    null,
                    Importance.LOW,
                    "Not supported yet: " + option.reason() + ".");
        }
    }

    static void check(Findings findings) {
        for (Unsupported option : SECRETS) {
            if (findings.value(option.key()) != null) {
                findings.problem(option.key(), option.sentence());
            }
        }
    }
}
