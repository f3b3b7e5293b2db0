package dev.pinflow.connect.s3.rotate;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.time.TimeConfig;
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
    }

    public static void check(Findings findings) {
        if (!(findings.value(SCHEDULE_INTERVAL) instanceof Long interval) || interval <= 0) {
            return;
        }
        String zone = findings.text(TimeConfig.TIMEZONE);
        if (zone.isBlank()) {
            findings.problem(
                    TimeConfig.TIMEZONE, "must be set, for example to UTC, because " + SCHEDULE_INTERVAL + " is");
        } else if (TimeConfig.zoneId(zone).isEmpty()) {
            findings.problem(
                    TimeConfig.TIMEZONE,
                    "is a zone that this Java does not know, and " + SCHEDULE_INTERVAL + " needs it: update Java or use"
                            + " an offset such as +05:30");
        }
    }

    public static Rotation from(AbstractConfig config) {
        long interval = config.getLong(SCHEDULE_INTERVAL);
        Optional<Schedule> schedule =
                interval <= 0 ? Optional.empty() : Optional.of(new Schedule(Duration.ofMillis(interval), zone(config)));
        return new Rotation(
                config.getInt(FLUSH_SIZE),
                Optional.empty(),
                schedule,
                OptionalLong.empty(),
                Optional.empty(),
                OptionalInt.empty());
    }

    private static ZoneId zone(AbstractConfig config) {
        return TimeConfig.zoneId(config.getString(TimeConfig.TIMEZONE)).orElseThrow();
    }
}
