package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.format.FormatConfig;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/**
 * What happens to records and uploads that do not go through.
 *
 * @param inlineTombstones whether records without a value are written like all others; the next two do not matter then
 * @param nullValues what becomes of records without a value
 * @param reportNulls whether ignored ones go to the errant record reporter
 * @param backoff how long a partition rests after an upload failed for now
 * @param giveUpAfter how long a partition's uploads may keep failing before the task fails
 */
public record ErrorConfig(
        boolean inlineTombstones, NullValues nullValues, boolean reportNulls, Duration backoff, Duration giveUpAfter) {
    static final String INLINE_TOMBSTONES = "tombstones.inline";

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

    public static void define(ConfigDef def) {
        def.define(
                INLINE_TOMBSTONES,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Write a record without a value in its place: as null in JSON lines, in bytes format as nothing but the"
                        + " separator, an empty line. Goes before behavior.on.null.values. New here.");
        def.define(
                NULL_VALUES,
                ConfigDef.Type.STRING,
                "fail",
                Rules.oneOf(
                        List.of("ignore", "fail"),
                        "; write is not supported yet, " + INLINE_TOMBSTONES + "=true writes such records in their"
                                + " place"),
                Importance.LOW,
                "What becomes of records without a value, unless " + INLINE_TOMBSTONES + " writes them.");
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

    public static void check(Findings findings) {
        if (!findings.isTrue(INLINE_TOMBSTONES)) {
            return;
        }
        if (findings.text(NULL_VALUES).equals("ignore")) {
            findings.problem(
                    NULL_VALUES,
                    "ignore would skip the records that " + INLINE_TOMBSTONES + "=true writes: remove one of the two");
        }
        FormatConfig.reasonAgainstEmptyRecords(findings)
                .ifPresent(reason -> findings.problem(INLINE_TOMBSTONES, reason));
    }

    public static ErrorConfig from(AbstractConfig config) {
        return new ErrorConfig(
                config.getBoolean(INLINE_TOMBSTONES),
                config.getString(NULL_VALUES).equals("ignore") ? NullValues.IGNORE : NullValues.FAIL,
                config.getBoolean(REPORT_NULLS),
                Duration.ofMillis(config.getLong(BACKOFF)),
                Duration.ofMillis(config.getLong(GIVE_UP)));
    }
}
