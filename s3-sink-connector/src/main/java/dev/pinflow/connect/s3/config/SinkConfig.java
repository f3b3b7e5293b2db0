package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.buffer.BufferConfig;
import dev.pinflow.connect.s3.client.StorageConfig;
import dev.pinflow.connect.s3.compatibility.SchemaConfig;
import dev.pinflow.connect.s3.delivery.ErrorConfig;
import dev.pinflow.connect.s3.delivery.Layout;
import dev.pinflow.connect.s3.format.CompanionConfig;
import dev.pinflow.connect.s3.format.FormatConfig;
import dev.pinflow.connect.s3.naming.NamingConfig;
import dev.pinflow.connect.s3.partition.PartitionConfig;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.rotate.Rotation;
import dev.pinflow.connect.s3.rotate.RotationConfig;
import dev.pinflow.connect.s3.time.TimeConfig;
import dev.pinflow.connect.s3.upload.UploadConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.Config;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/**
 * The connector's whole configuration, under the names that Confluent's S3 sink uses.
 *
 * @param deterministic whether the records alone decide which objects they become, so that a replay makes the same ones
 */
public record SinkConfig(
        StorageConfig storage,
        Layout layout,
        boolean deterministic,
        ErrorConfig errors,
        UploadConfig uploads,
        BufferConfig buffers) {

    /** What tells from several options. */
    private static final List<Consumer<Findings>> CHECKS = List.of(
            StorageConfig::check,
            PartitionConfig::check,
            CompanionConfig::check,
            RotationConfig::check,
            ErrorConfig::check,
            ConverterRules::check,
            ConsumerTraps::check);

    /** Every option with its default, its rule and a sentence about it. */
    public static ConfigDef definition() {
        ConfigDef def = new ConfigDef();
        StorageConfig.define(def);
        NamingConfig.define(def);
        PartitionConfig.define(def);
        TimeConfig.define(def);
        SchemaConfig.define(def);
        FormatConfig.define(def);
        CompanionConfig.define(def);
        RotationConfig.define(def);
        ErrorConfig.define(def);
        UploadConfig.define(def);
        BufferConfig.define(def);
        IdleOptions.define(def);
        return OptionGroups.arranged(def);
    }

    /**
     * All problems at once, each pinned on the option that the user can change, with the rule and the way out. Never
     * throws, and does not ask S3.
     */
    public static Config validate(Map<String, String> properties) {
        return validation(properties).answer();
    }

    /**
     * Reads the options.
     *
     * @throws ConfigException with all problems, one a line, when there are any
     */
    public static SinkConfig from(Map<String, String> properties) {
        List<String> problems = validation(properties).problems();
        if (!problems.isEmpty()) {
            throw new ConfigException(String.join("\n", problems));
        }
        return from(new AbstractConfig(definition(), GivenOptions.of(properties), false));
    }

    /** Visible for testing: the configuration tells which options were read. */
    static SinkConfig from(AbstractConfig config) {
        ErrorConfig errors = ErrorConfig.from(config);
        Layout layout = new Layout(
                NamingConfig.from(config),
                PartitionConfig.from(config),
                CompanionConfig.parts(config),
                errors.writesTombstones()
                        ? Optional.of(new Layout.Tombstones(
                                errors.tombstonePartition(), List.of(CompanionConfig.keys(config))))
                        : Optional.empty(),
                SchemaConfig.from(config),
                RotationConfig.from(config));
        return new SinkConfig(
                StorageConfig.from(config),
                layout,
                isDeterministic(layout.rotation(), config),
                errors,
                UploadConfig.from(config),
                BufferConfig.from(config));
    }

    private static boolean isDeterministic(Rotation rotation, AbstractConfig config) {
        boolean timed =
                PartitionConfig.isTimeBased(config) || rotation.recordTime().isPresent();
        return rotation.schedule().isEmpty()
                && rotation.age().isEmpty()
                && !(timed && TimeConfig.dependsOnWallClock(config));
    }

    private static Validation validation(Map<String, String> properties) {
        return new Validation(definition(), CHECKS, properties);
    }
}
