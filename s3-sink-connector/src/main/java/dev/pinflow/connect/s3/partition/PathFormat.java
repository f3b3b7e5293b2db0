package dev.pinflow.connect.s3.partition;

import dev.pinflow.connect.s3.naming.NamingConfig;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.time.TimeConfig;
import java.time.Duration;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;

/** How time-based partitioners name folders, and how much time one of them covers. */
final class PathFormat {
    private static final String FORMAT = "path.format";
    private static final String DURATION = "partition.duration.ms";

    private PathFormat() {}

    static void define(ConfigDef def) {
        def.define(
                FORMAT,
                ConfigDef.Type.STRING,
                "",
                Importance.MEDIUM,
                "Joda-Time pattern of the folders of a time, such as 'year'=YYYY/'month'=MM/'day'=dd (YYYY is the year,"
                        + " not that of the week; a trailing directory.delim is dropped). Without effect unless"
                        + " partitioner.class is time or field-and-time.");
        def.define(
                DURATION,
                ConfigDef.Type.LONG,
                -1L,
                Importance.MEDIUM,
                "Width in ms, at least 1, of the time that one folder covers, counted from midnight of 1970-01-01 by"
                        + " the local clock: 3600000 for hours; narrower than path.format shows is without effect."
                        + " Without effect unless partitioner.class is time or field-and-time.");
    }

    static void check(Findings findings) {
        String because = " because " + PartitionConfig.PARTITIONER + " is time or field-and-time";
        if (findings.value(DURATION) instanceof Long duration && duration < 1) {
            findings.problem(DURATION, "must be at least 1, for example 3600000 for an hour," + because);
        }
        String pattern = trimmed(findings.text(FORMAT), findings.text(NamingConfig.DIRECTORY_DELIM));
        if (pattern.isBlank()) {
            findings.problem(FORMAT, "must be set, for example to 'year'=YYYY/'month'=MM/'day'=dd," + because);
            return;
        }
        try {
            if (DateTimeFormat.forPattern(pattern).print(0).isBlank()) {
                findings.problem(FORMAT, "must show something of a time, for example 'day'=YYYY-MM-dd");
            }
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            findings.problem(
                    FORMAT,
                    "must be a pattern of Joda-Time, with plain text in single quotes, for example 'day'=YYYY-MM-dd ("
                            + e.getMessage() + ")");
        }
    }

    static TimeFolders configured(AbstractConfig config) {
        String pattern = trimmed(config.getString(FORMAT), NamingConfig.directoryDelimiter(config));
        return folders(config, pattern, Duration.ofMillis(config.getLong(DURATION)));
    }

    static TimeFolders daily(AbstractConfig config) {
        return folders(config, day(config), Duration.ofDays(1));
    }

    static TimeFolders hourly(AbstractConfig config) {
        return folders(config, day(config) + element(config, "hour=") + "HH", Duration.ofHours(1));
    }

    private static String day(AbstractConfig config) {
        return "'year='YYYY" + element(config, "month=") + "MM" + element(config, "day=") + "dd";
    }

    /** The begin of a further folder, quoted lest letters of the delimiter are taken for parts of the pattern. */
    private static String element(AbstractConfig config, String label) {
        return "'" + NamingConfig.directoryDelimiter(config).replace("'", "''") + label + "'";
    }

    private static TimeFolders folders(AbstractConfig config, String pattern, Duration duration) {
        DateTimeFormatter format = DateTimeFormat.forPattern(pattern)
                .withLocale(TimeConfig.locale(config))
                .withZone(TimeConfig.zone(config));
        return new TimeFolders(format, duration.toMillis());
    }

    private static String trimmed(String pattern, String delimiter) {
        return !delimiter.isBlank() && pattern.endsWith(delimiter)
                ? pattern.substring(0, pattern.length() - delimiter.length())
                : pattern;
    }
}
