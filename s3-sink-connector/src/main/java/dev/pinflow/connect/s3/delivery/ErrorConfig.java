package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.format.FormatConfig;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;

/**
 * What becomes of records without a value.
 *
 * @param inlineTombstones whether they are written like all others; the next three do not matter then
 * @param nullValues what becomes of them else
 * @param reportNulls whether ignored ones go to the errant record reporter
 * @param tombstonePartition takes the place of the encoded partition when they have objects of their own
 */
public record ErrorConfig(
        boolean inlineTombstones, NullValues nullValues, boolean reportNulls, String tombstonePartition) {
    static final String INLINE_TOMBSTONES = "tombstones.inline";
    static final String NULL_VALUES = "behavior.on.null.values";
    static final String REPORT_NULLS = "report.null.values.to.dlq";
    static final String TOMBSTONE_PARTITION = "tombstone.encoded.partition";

    private static final String STORE_KEYS = "store.kafka.keys";

    /** What becomes of records without a value. */
    public enum NullValues {
        /** They are skipped. */
        IGNORE,
        /** They fail the task: nothing is lost unnoticed. */
        FAIL,
        /** Their keys are written to objects of their own, so that consumers of the bucket can tell what was deleted. */
        WRITE
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
                        List.of("ignore", "fail", "write"),
                        "; " + INLINE_TOMBSTONES + "=true writes such records in their place"),
                Importance.LOW,
                "What becomes of records without a value, unless " + INLINE_TOMBSTONES + " writes them: ignore skips"
                        + " them, fail fails the task, write puts their keys into objects below"
                        + " tombstone.encoded.partition.");
        def.define(
                REPORT_NULLS,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "With ignore: also hand the record to the errant record reporter, if the connector has one.");
        def.define(
                TOMBSTONE_PARTITION,
                ConfigDef.Type.STRING,
                "tombstone",
                Rules.accepted(text -> !text.isBlank(), "must not be blank, or leave it out for tombstone"),
                Importance.LOW,
                "With write: the element of the key that takes the place of the encoded partition.");
    }

    public static void check(Findings findings) {
        String nullValues = findings.text(NULL_VALUES);
        if (nullValues.equals("write") && !findings.isTrue(STORE_KEYS)) {
            findings.problem(
                    NULL_VALUES,
                    "write puts the keys of records without a value into objects of their own: set " + STORE_KEYS
                            + "=true as well");
        }
        if (!findings.isTrue(INLINE_TOMBSTONES)) {
            return;
        }
        if (nullValues.equals("ignore") || nullValues.equals("write")) {
            findings.problem(
                    NULL_VALUES,
                    nullValues + " would keep out the records that " + INLINE_TOMBSTONES
                            + "=true writes in their place: remove one of the two");
        }
        FormatConfig.reasonAgainstEmptyRecords(findings)
                .ifPresent(reason -> findings.problem(INLINE_TOMBSTONES, reason));
    }

    public static ErrorConfig from(AbstractConfig config) {
        return new ErrorConfig(
                config.getBoolean(INLINE_TOMBSTONES),
                NullValues.valueOf(config.getString(NULL_VALUES).toUpperCase(Locale.ROOT)),
                config.getBoolean(REPORT_NULLS),
                config.getString(TOMBSTONE_PARTITION));
    }

    /** Whether records without a value have objects of their own. */
    public boolean writesTombstones() {
        return !inlineTombstones && nullValues == NullValues.WRITE;
    }
}
