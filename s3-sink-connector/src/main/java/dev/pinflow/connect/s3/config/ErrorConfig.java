package dev.pinflow.connect.s3.config;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * What happens to records and uploads that do not go through.
 *
 * @param nullValues what becomes of records without a value
 * @param reportNulls whether ignored ones go to the errant record reporter
 * @param backoff how long a partition rests after an upload failed for now
 * @param giveUpAfter how long a partition's uploads may keep failing before the task fails
 */
public record ErrorConfig(NullValues nullValues, boolean reportNulls, Duration backoff, Duration giveUpAfter) {
    static final String NULL_VALUES = "behavior.on.null.values";
    static final String REPORT_NULLS = "report.null.values.to.dlq";
    static final String BACKOFF = "retry.backoff.ms";
    static final String GIVE_UP = "retry.timeout.ms";

    /** What becomes of records without a value. */
    public enum NullValues {
        /** They are skipped. */
        IGNORE,
        /** They fail the task: nothing is lost unnoticed. */
        FAIL
    }

    static void define(ConfigDef def) {
        def.define(
                NULL_VALUES,
                ConfigDef.Type.STRING,
                "fail",
                Rules.oneOf(List.of("ignore", "fail"), "; write is not supported yet"),
                Importance.LOW,
                "What becomes of records without a value.");
        def.define(
                REPORT_NULLS,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "With ignore: also hand the record to the errant record reporter, if the connector has one.");
        def.define(
                BACKOFF,
                ConfigDef.Type.LONG,
                5_000L,
                Range.atLeast(0),
                Importance.LOW,
                "How long in ms a partition rests before it is read again after an upload failed for now.");
        def.define(
                GIVE_UP,
                ConfigDef.Type.LONG,
                600_000L,
                Range.atLeast(0),
                Importance.LOW,
                "How long in ms the uploads of a partition may keep failing before the task fails. New here.");
    }

    static ErrorConfig from(AbstractConfig config) {
        return new ErrorConfig(
                config.getString(NULL_VALUES).equals("ignore") ? NullValues.IGNORE : NullValues.FAIL,
                config.getBoolean(REPORT_NULLS),
                Duration.ofMillis(config.getLong(BACKOFF)),
                Duration.ofMillis(config.getLong(GIVE_UP)));
    }
}
