package dev.pinflow.connect.s3.rotate;

import static org.apache.kafka.common.config.ConfigDef.NO_DEFAULT_VALUE;

import dev.pinflow.connect.s3.partition.PartitionConfig;
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
    static final String RECORD_INTERVAL = "rotate.interval.ms";
    static final String ANY_PARTITIONER = "rotate.interval.any.partitioner";
    static final String ON_PARTITION_CHANGE = "rotate.file.on.partition.change";
    static final String OPEN_OBJECTS = "partitioner.max.open.files";
    static final String BYTES = "rotate.bytes";
    static final String AGE = "rotate.age.ms";

    private RotationConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                FLUSH_SIZE,
                ConfigDef.Type.INT,
                NO_DEFAULT_VALUE,
                Range.atLeast(1),
                Importance.HIGH,
                "Records of a topic partition after which its open objects are written.");
        defineByRecords(def);
        defineByClock(def);
        def.define(
                OPEN_OBJECTS,
                ConfigDef.Type.INT,
                -1,
                Importance.LOW,
                "Most open objects of a topic partition: a record that would open one more has all of them written. Not"
                        + " positive: no limit. It is not needed to save memory here, see buffer.memory.bytes.");
        def.define(
                BYTES,
                ConfigDef.Type.LONG,
                -1L,
                Importance.MEDIUM,
                "Size in bytes, as stored, of one open object after which all open objects of its topic partition are"
                        + " written. Depends on the records alone, so a replay makes the same objects. Not positive: off."
                        + " New here.");
    }

    private static void defineByRecords(ConfigDef def) {
        def.define(
                RECORD_INTERVAL,
                ConfigDef.Type.LONG,
                -1L,
                Importance.HIGH,
                "Interval in ms of the records' own time, by timestamp.extractor: a record that is so much later than the"
                        + " first one since the last rotation has the open objects written and opens the next ones. A"
                        + " topic that falls silent keeps them open, see " + AGE
                        + ". Needs a time-based partitioner, or "
                        + ANY_PARTITIONER + "=true. Not positive: off.");
        def.define(
                ANY_PARTITIONER,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Let " + RECORD_INTERVAL + " work with every partitioner. New here.");
        def.define(
                ON_PARTITION_CHANGE,
                ConfigDef.Type.BOOLEAN,
                true,
                Importance.LOW,
                "With " + RECORD_INTERVAL + ": a record of another encoded partition than the one before has all open"
                        + " objects written. With false, late records join the object of their own time, which makes fewer"
                        + " and larger objects.");
    }

    private static void defineByClock(ConfigDef def) {
        def.define(
                SCHEDULE_INTERVAL,
                ConfigDef.Type.LONG,
                -1L,
                Importance.MEDIUM,
                "Interval in ms of wall-clock rotation, aligned to midnight in timezone; works without new records."
                        + " Object boundaries then depend on time. Not positive: off.");
        def.define(
                AGE,
                ConfigDef.Type.LONG,
                -1L,
                Importance.MEDIUM,
                "Wall-clock time in ms after which the open objects of a topic partition are written, counted from their"
                        + " first record, so that the tail of a silent topic reaches S3 too. Object boundaries then depend"
                        + " on time. Not positive: off. New here.");
    }

    /** Pins problems of several options. */
    public static void check(Findings findings) {
        if (isOn(findings, RECORD_INTERVAL)
                && !PartitionConfig.isTimeBased(findings)
                && !findings.isTrue(ANY_PARTITIONER)) {
            findings.problem(
                    RECORD_INTERVAL,
                    "has no effect without a time-based partitioner in Confluent's sink: remove it, or set "
                            + ANY_PARTITIONER + "=true to rotate by the records' time all the same");
        }
        if (isOn(findings, RECORD_INTERVAL)) {
            TimeConfig.checkExtractor(findings);
        }
        if (isOn(findings, SCHEDULE_INTERVAL)) {
            checkZone(findings);
        }
    }

    public static Rotation from(AbstractConfig config) {
        long interval = config.getLong(SCHEDULE_INTERVAL);
        return new Rotation(
                config.getInt(FLUSH_SIZE),
                recordTime(config),
                interval <= 0 ? Optional.empty() : Optional.of(new Schedule(Duration.ofMillis(interval), zone(config))),
                positive(config.getLong(BYTES)),
                positive(config.getLong(AGE)).stream()
                        .mapToObj(Duration::ofMillis)
                        .findAny(),
                config.getInt(OPEN_OBJECTS) <= 0 ? OptionalInt.empty() : OptionalInt.of(config.getInt(OPEN_OBJECTS)));
    }

    private static Optional<RecordTime> recordTime(AbstractConfig config) {
        long interval = config.getLong(RECORD_INTERVAL);
        return interval <= 0
                ? Optional.empty()
                : Optional.of(new RecordTime(interval, TimeConfig.from(config), onPartitionChange(config)));
    }

    /** By field, say, records of different folders always alternate: only a change of time means something. */
    private static boolean onPartitionChange(AbstractConfig config) {
        return config.getBoolean(ON_PARTITION_CHANGE) && PartitionConfig.isTimeBased(config);
    }

    private static boolean isOn(Findings findings, String key) {
        return findings.value(key) instanceof Long interval && interval > 0;
    }

    private static OptionalLong positive(long value) {
        return value <= 0 ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static void checkZone(Findings findings) {
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

    private static ZoneId zone(AbstractConfig config) {
        return TimeConfig.zoneId(config.getString(TimeConfig.TIMEZONE)).orElseThrow();
    }
}
