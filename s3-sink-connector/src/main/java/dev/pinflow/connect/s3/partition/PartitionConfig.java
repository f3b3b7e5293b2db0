package dev.pinflow.connect.s3.partition;

import dev.pinflow.connect.s3.field.FieldPath;
import dev.pinflow.connect.s3.naming.NamingConfig;
import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.OwnClass;
import dev.pinflow.connect.s3.problem.Rules;
import dev.pinflow.connect.s3.time.TimeConfig;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/** Below which folder of its topic an object lies. */
public final class PartitionConfig {
    static final String PARTITIONER = "partitioner.class";
    static final String FIELDS = "partition.field.name";
    static final String AFFIX = "s3.schema.partition.affix.type";

    private static final OwnClass<Partitioner> OWN = new OwnClass<>(Partitioner.class);

    private PartitionConfig() {}

    public static void define(ConfigDef def) {
        def.define(
                PARTITIONER,
                ConfigDef.Type.STRING,
                "io.confluent.connect.storage.partitioner.DefaultPartitioner",
                Importance.HIGH,
                "Decides below which folder of its topic an object lies: default (the Kafka partition), field"
                        + " (partition.field.name), time (path.format and partition.duration.ms), daily, hourly,"
                        + " field-and-time (fields first; new here), Confluent's class names for them, or a class in"
                        + " the plugin's folder that implements dev.pinflow.connect.s3.partition.Partitioner.");
        def.define(
                FIELDS,
                ConfigDef.Type.LIST,
                "",
                new Paths(),
                Importance.MEDIUM,
                "Fields of the value whose values make folders f=v, in this order; nested ones as a.b, elements with"
                        + " dots in double quotes. Strings stand as they are, null as null, dates as 2025-01-31, times"
                        + " as 101530.123, timestamps as 20250131T101530.123Z in UTC. Each value opens an object."
                        + " Without effect unless partitioner.class goes by fields.");
        PathFormat.define(def);
        def.define(
                AFFIX,
                ConfigDef.Type.STRING,
                SchemaAffix.NONE.name(),
                Rules.oneOf(Arrays.stream(SchemaAffix.values()).map(Enum::name).toList(), ""),
                Importance.LOW,
                "Adds schema_name=<name of the value's schema> before (PREFIX) or after (SUFFIX) what the partitioner"
                        + " says; null where the schema has no name.");
    }

    /** Pins what the chosen partitioner lacks. Options that it does not use may hold anything. */
    public static void check(Findings findings) {
        Optional<PartitionerName> name = PartitionerName.named(findings.text(PARTITIONER));
        if (name.isEmpty()) {
            checkOwn(findings);
            TimeConfig.checkExtractor(findings);
            return;
        }
        if (name.get().goesByField() && findings.value(FIELDS) instanceof List<?> fields && fields.isEmpty()) {
            findings.problem(FIELDS, "must name at least one field, because " + PARTITIONER + " goes by fields");
        }
        if (name.get().goesByTime()) {
            TimeConfig.checkZoneAndLocale(findings, PARTITIONER + " goes by time");
            TimeConfig.checkExtractor(findings);
        }
        if (name.get().hasPathFormat()) {
            PathFormat.check(findings);
        }
    }

    /** The configured partitioner, ready for records. */
    public static Partitioner from(AbstractConfig config) {
        SchemaAffix affix = SchemaAffix.named(config.getString(AFFIX)).orElseThrow();
        return affix.around(withoutAffix(config), NamingConfig.directoryDelimiter(config));
    }

    /**
     * Whether the partitioner goes by the records' time, so that rotation by record time makes sense. A class of the
     * user's own may.
     */
    public static boolean isTimeBased(AbstractConfig config) {
        return isTimeBased(config.getString(PARTITIONER));
    }

    /** As for a finished configuration. */
    public static boolean isTimeBased(Findings findings) {
        return isTimeBased(findings.text(PARTITIONER));
    }

    private static boolean isTimeBased(String name) {
        return PartitionerName.named(name).map(PartitionerName::goesByTime).orElse(true);
    }

    private static Partitioner withoutAffix(AbstractConfig config) {
        Optional<PartitionerName> name = PartitionerName.named(config.getString(PARTITIONER));
        if (name.isEmpty()) {
            return OWN.create(config.getString(PARTITIONER), own -> own.configure(config.originals()));
        }
        return switch (name.get()) {
            case DEFAULT -> new DefaultPartitioner();
            case FIELD -> fields(config);
            case TIME -> time(config, PathFormat.configured(config));
            case DAILY -> time(config, PathFormat.daily(config));
            case HOURLY -> time(config, PathFormat.hourly(config));
            case FIELD_AND_TIME ->
                new FieldAndTimePartitioner(
                        fields(config),
                        time(config, PathFormat.configured(config)),
                        NamingConfig.directoryDelimiter(config));
        };
    }

    private static Partitioner fields(AbstractConfig config) {
        List<FieldPath> paths = config.getList(FIELDS).stream()
                .map(text -> new FieldPath(FIELDS, text))
                .toList();
        return new FieldPartitioner(paths, NamingConfig.directoryDelimiter(config));
    }

    private static Partitioner time(AbstractConfig config, TimeFolders folders) {
        return new TimePartitioner(TimeConfig.from(config), folders);
    }

    private static void checkOwn(Findings findings) {
        try {
            OWN.create(findings.text(PARTITIONER), own -> own.configure(findings.given()));
        } catch (ConfigException e) {
            findings.problem(PARTITIONER, PartitionerName.CHOICE + "; " + e.getMessage());
        }
    }

    /** Names of fields; whether there are any is another question. */
    private static final class Paths implements ConfigDef.Validator {
        @Override
        public void ensureValid(String key, Object fields) {
            for (Object field : (List<?>) fields) {
                if (!FieldPath.isPath(field.toString())) {
                    throw new ConfigException(key, fields, toString());
                }
            }
        }

        @Override
        public String toString() {
            return "must be names of fields, separated by commas, nested ones joined by dots";
        }
    }
}
