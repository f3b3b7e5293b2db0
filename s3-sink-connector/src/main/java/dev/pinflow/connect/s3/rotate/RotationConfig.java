package dev.pinflow.connect.s3.rotate;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;

/** When open objects are written. */
public final class RotationConfig {
    static final String FLUSH_SIZE = "flush.size";
    static final String SCHEDULE_INTERVAL = "rotate.schedule.interval.ms";
    static final String TIMEZONE = "timezone";
    static final String LOCALE = "locale";

    private RotationConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                FLUSH_SIZE,
                ConfigDef.Type.INT,
                NO_DEFAULT_VALUE,
                Range.atLeast(1),
                Importance.HIGH,
                "Records of a topic partition after which its open objects are written.");
        def.define(
                SCHEDULE_INTERVAL,
                ConfigDef.Type.LONG,
                -1L,
                Importance.MEDIUM,
                "Interval in ms of wall-clock rotation, aligned to midnight in timezone; works without new records."
                        + " Object boundaries then depend on time. Not positive: off.");
        def.define(
                TIMEZONE,
                ConfigDef.Type.STRING,
                "",
                Rules.accepted(RotationConfig::isZone, "must be a time zone such as UTC or Europe/Paris"),
                Importance.MEDIUM,
                "Time zone of scheduled rotation.");
        def.define(
                LOCALE,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Without effect: no partitioner here needs one yet.");
    }

    public static void check(Findings findings) {
        if (findings.value(SCHEDULE_INTERVAL) instanceof Long interval
                && interval > 0
                && findings.text(TIMEZONE).isBlank()) {
            findings.problem(TIMEZONE, "must be set, for example to UTC, because " + SCHEDULE_INTERVAL + " is");
        }
    }

    public static Rotation from(AbstractConfig config) {
        long interval = config.getLong(SCHEDULE_INTERVAL);
        Optional<Schedule> schedule = interval <= 0
                ? Optional.empty()
                : Optional.of(new Schedule(Duration.ofMillis(interval), ZoneId.of(config.getString(TIMEZONE))));
        return new Rotation(
                config.getInt(FLUSH_SIZE),
                Optional.empty(),
                schedule,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static boolean isZone(String text) {
        try {
            return text.isBlank() || !ZoneId.of(text).getId().isEmpty();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
