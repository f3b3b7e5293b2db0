package dev.pinflow.connect.s3.partition;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/** Below which folder of its topic an object lies. */
public final class PartitionConfig {
    static final String PARTITIONER = "partitioner.class";

    private static final List<String> DEFAULT_PARTITIONER = List.of(
            "io.confluent.connect.storage.partitioner.DefaultPartitioner",
            "dev.pinflow.connect.s3.partition.DefaultPartitioner");

    private PartitionConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                PARTITIONER,
                ConfigDef.Type.STRING,
                DEFAULT_PARTITIONER.get(0),
                Rules.oneOf(DEFAULT_PARTITIONER, "; partitioners by field or time are not supported yet"),
                Importance.HIGH,
                "Decides below which folder of its topic an object lies.");
    }

    /** Pins problems of several options. */
    public static void check(Findings findings) {
        // Nothing spans several options yet.
    }

    /** The configured partitioner, ready for records. */
    public static Partitioner from(AbstractConfig config) {
        return new DefaultPartitioner();
    }
}
