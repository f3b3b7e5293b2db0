package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.naming.ObjectNames;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** What object keys are made of. */
final class NamingConfig {
    static final String TOPICS_DIR = "topics.dir";
    static final String DIRECTORY_DELIM = "directory.delim";
    static final String FILE_DELIM = "file.delim";
    static final String OFFSET_WIDTH = "filename.offset.zero.pad.width";
    static final String PARTITIONER = "partitioner.class";

    private static final List<String> DEFAULT_PARTITIONER = List.of(
            "io.confluent.connect.storage.partitioner.DefaultPartitioner",
            "dev.pinflow.connect.s3.partition.DefaultPartitioner");

    private NamingConfig() {}

    static void define(ConfigDef def) {
        def.define(
                TOPICS_DIR,
                ConfigDef.Type.STRING,
                "topics",
                Importance.HIGH,
                "First element of object keys; empty: none.");
        def.define(
                DIRECTORY_DELIM, ConfigDef.Type.STRING, "/", Importance.MEDIUM, "Joins the elements of object keys.");
        def.define(
                FILE_DELIM,
                ConfigDef.Type.STRING,
                "+",
                Importance.MEDIUM,
                "Joins topic, partition and offset in object names.");
        def.define(
                OFFSET_WIDTH,
                ConfigDef.Type.INT,
                10,
                Range.atLeast(0),
                Importance.LOW,
                "Digits of the offset in object names, filled with zeros; 0: no filling.");
        def.define(
                PARTITIONER,
                ConfigDef.Type.STRING,
                DEFAULT_PARTITIONER.get(0),
                Rules.oneOf(DEFAULT_PARTITIONER, "; partitioners by field or time are not supported yet"),
                Importance.HIGH,
                "Decides below which folder of its topic an object lies.");
    }

    static ObjectNames from(AbstractConfig config) {
        return new ObjectNames(
                config.getString(TOPICS_DIR),
                config.getString(DIRECTORY_DELIM),
                config.getString(FILE_DELIM),
                config.getInt(OFFSET_WIDTH));
    }
}
