package dev.pinflow.connect.s3.client;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.NonEmptyString;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * Which bucket, where, as whom, how, and how hard to try.
 *
 * @param settings what every request to the store carries
 * @param tags what objects are tagged with
 * @param partBytes objects below it are one request, larger ones are uploaded in parts of this size
 */
public record StorageConfig(
        String bucket,
        int partBytes,
        Endpoint endpoint,
        CredentialsSource credentials,
        Transport transport,
        Retries retries,
        RequestSettings settings,
        ObjectTags tags) {
    static final String BUCKET = "s3.bucket.name";
    static final String PART_SIZE = "s3.part.size";
    static final String STORAGE_CLASS = "storage.class";

    private static final int LEAST_PART_BYTES = 5 * 1024 * 1024;
    private static final String CONFLUENTS = "io.confluent.connect.s3.storage.S3Storage";

    public static void define(ConfigDef def) {
        def.define(
                BUCKET,
                ConfigDef.Type.STRING,
                NO_DEFAULT_VALUE,
                new NonEmptyString(),
                Importance.HIGH,
                "Bucket to write to.");
        def.define(
                PART_SIZE,
                ConfigDef.Type.INT,
                26_214_400,
                Range.atLeast(LEAST_PART_BYTES),
                Importance.HIGH,
                "Objects below this many bytes are written by one request, larger ones in parts of this size.");
        def.define(
                STORAGE_CLASS,
                ConfigDef.Type.STRING,
                CONFLUENTS,
                Rules.oneOf(List.of(CONFLUENTS, "s3"), "; this connector writes to S3 only"),
                Importance.LOW,
                "Accepted for configurations written for Confluent's sink, which ask for it.");
        Endpoint.define(def);
        CredentialsConfig.define(def);
        Transport.define(def);
        Retries.define(def);
        RequestSettings.define(def);
        TagConfig.define(def);
    }

    public static void check(Findings findings) {
        Endpoint.check(findings);
        CredentialsConfig.check(findings);
        Proxy.check(findings);
        Encryption.check(findings);
        TagConfig.check(findings);
    }

    /** The configuration must have been checked. */
    public static StorageConfig from(AbstractConfig config) {
        return new StorageConfig(
                config.getString(BUCKET),
                config.getInt(PART_SIZE),
                Endpoint.from(config),
                CredentialsConfig.from(config),
                Transport.from(config),
                Retries.from(config),
                RequestSettings.from(config),
                TagConfig.from(config));
    }
}
