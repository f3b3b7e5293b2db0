package dev.pinflow.connect.s3.naming;

import dev.pinflow.connect.s3.problem.Rules;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Validator;

/** What object keys are made of. */
public final class NamingConfig {
    static final String TOPICS_DIR = "topics.dir";
    public static final String DIRECTORY_DELIM = "directory.delim";
    static final String FILE_DELIM = "file.delim";
    static final String OFFSET_WIDTH = "filename.offset.zero.pad.width";

    private static final Validator NOT_EMPTY = Rules.accepted(
            text -> !text.isEmpty(),
            "must not be empty, since names of different partitions could be the same then: leave it out for the default");

    private NamingConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                TOPICS_DIR,
                ConfigDef.Type.STRING,
                "topics",
                Importance.HIGH,
                "First element of object keys; empty: none.");
        def.define(
                DIRECTORY_DELIM,
                ConfigDef.Type.STRING,
                "/",
                NOT_EMPTY,
                Importance.MEDIUM,
                "Joins the elements of object keys; not empty.");
        def.define(
                FILE_DELIM,
                ConfigDef.Type.STRING,
                "+",
                NOT_EMPTY,
                Importance.MEDIUM,
                "Joins topic, partition and offset in object names; not empty.");
        def.define(
                OFFSET_WIDTH,
                ConfigDef.Type.INT,
                10,
                Range.atLeast(0),
                Importance.LOW,
                "Digits of the offset in object names, filled with zeros; 0: no filling.");
    }

    /** What joins the elements of object keys. */
    public static String directoryDelimiter(AbstractConfig config) {
        return config.getString(DIRECTORY_DELIM);
    }

    public static ObjectNames from(AbstractConfig config) {
        return new ObjectNames(
                config.getString(TOPICS_DIR),
                directoryDelimiter(config),
                config.getString(FILE_DELIM),
                config.getInt(OFFSET_WIDTH));
    }
}
