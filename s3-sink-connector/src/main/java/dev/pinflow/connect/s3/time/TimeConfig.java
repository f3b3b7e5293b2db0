package dev.pinflow.connect.s3.time;

import dev.pinflow.connect.s3.field.FieldPath;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.OwnClass;
import dev.pinflow.connect.s3.problem.Rules;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.joda.time.DateTimeZone;

/** Which time a record has, and where and how times are shown. */
public final class TimeConfig {
    public static final String TIMEZONE = "timezone";
    static final String LOCALE = "locale";
    static final String EXTRACTOR = "timestamp.extractor";
    static final String FIELD = "timestamp.field";

    private static final OwnClass<TimestampExtractor> OWN = new OwnClass<>(TimestampExtractor.class);

    private TimeConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                EXTRACTOR,
                ConfigDef.Type.STRING,
                "Wallclock",
                Importance.MEDIUM,
                "Which time a record has: Wallclock (when it is put, so a replay may write it elsewhere), Record (its"
                        + " timestamp in Kafka), RecordField (timestamp.field), or a class in the plugin's folder that"
                        + " implements dev.pinflow.connect.s3.time.TimestampExtractor. Without effect unless"
                        + " partitioner.class goes by time.");
        def.define(
                FIELD,
                ConfigDef.Type.STRING,
                "timestamp",
                Importance.MEDIUM,
                "With RecordField: field of the value, nested ones as a.b, elements with dots in double quotes. A"
                        + " Timestamp or Date, an int32 or int64 of ms since 1970, or a text: 1 to 19 digits are ms,"
                        + " all else is ISO-8601, in UTC where it has no offset.");
        def.define(
                TIMEZONE,
                ConfigDef.Type.STRING,
                "",
                Rules.accepted(
                        text -> text.isBlank() || isZone(text),
                        "must be the id of a time zone, such as UTC, Europe/Paris or +05:30"),
                Importance.MEDIUM,
                "Time zone of time-based partitioners and of rotate.schedule.interval.ms, which need one; ids as"
                        + " Joda-Time has them.");
        def.define(
                LOCALE,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Language tag, such as en or de-DE, for names of months and days in path.format; time-based"
                        + " partitioners need one. A tag that nobody knows shows them in English.");
    }

    /**
     * Pins what a feature that goes by time lacks.
     *
     * @param because names the option that asks for it, as in {@code partitioner.class goes by time}
     */
    public static void checkZoneAndLocale(Findings findings, String because) {
        if (findings.text(TIMEZONE).isBlank()) {
            findings.problem(TIMEZONE, "must be set, for example to UTC, because " + because);
        }
        if (findings.text(LOCALE).isBlank()) {
            findings.problem(LOCALE, "must be set, for example to en, because " + because);
        }
    }

    /** Pins what keeps the extractor from working, if anything uses it. */
    public static void checkExtractor(Findings findings) {
        String name = findings.text(EXTRACTOR);
        Optional<ExtractorName> extractor = ExtractorName.named(name);
        if (extractor.isEmpty()) {
            try {
                OWN.create(name, own -> own.configure(findings.given()));
            } catch (ConfigException e) {
                findings.problem(
                        EXTRACTOR, "must be Wallclock, Record, RecordField or a class of your own; " + e.getMessage());
            }
        } else if (extractor.get() == ExtractorName.RECORD_FIELD && !FieldPath.isPath(findings.text(FIELD))) {
            findings.problem(
                    FIELD, "must name a field, such as created or event.created, because " + EXTRACTOR + " goes by it");
        }
    }

    /** The configured extractor, ready for records. */
    public static TimestampExtractor from(AbstractConfig config) {
        Optional<ExtractorName> name = ExtractorName.named(config.getString(EXTRACTOR));
        if (name.isEmpty()) {
            return OWN.create(config.getString(EXTRACTOR), own -> own.configure(config.originals()));
        }
        return switch (name.get()) {
            case WALLCLOCK -> new WallClockTimestamp();
            case RECORD -> new KafkaTimestamp();
            case RECORD_FIELD -> new FieldTimestamp(new FieldPath(FIELD, config.getString(FIELD)));
        };
    }

    /** Whether the configured extractor may answer otherwise in a replay. */
    public static boolean dependsOnWallClock(AbstractConfig config) {
        return from(config).dependsOnWallClock();
    }

    /** The configured time zone, which must not be blank. */
    public static DateTimeZone zone(AbstractConfig config) {
        return DateTimeZone.forID(config.getString(TIMEZONE));
    }

    /** The configured locale: en-US and en_US are English in the United States. */
    public static Locale locale(AbstractConfig config) {
        return Locale.forLanguageTag(config.getString(LOCALE).strip().replace('_', '-'));
    }

    /** The zone by its Joda-Time id as this Java knows it; empty when its zone rules are too old to have it. */
    public static Optional<ZoneId> zoneId(String text) {
        try {
            return Optional.of(ZoneId.of(text, ZoneId.SHORT_IDS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static boolean isZone(String text) {
        try {
            return !DateTimeZone.forID(text).getID().isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
