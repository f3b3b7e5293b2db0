package dev.pinflow.connect.rds.record;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide what column types become, in every form of values.
 *
 * @param datetimeZone where the wall clocks of DATETIME columns stand; asked only when an instant is made of one
 */
public record TypesConfig(
        Tinyint1Mode tinyint1,
        BigintUnsignedMode bigintUnsigned,
        DecimalMode decimal,
        DatetimeFormat datetime,
        ZoneId datetimeZone) {
    public static final String TINYINT1 = "tinyint1.mode";
    public static final String BIGINT_UNSIGNED = "bigint.unsigned.handling.mode";
    public static final String DECIMAL = "decimal.handling.mode";
    public static final String DATETIME_FORMAT = "datetime.format";
    public static final String DATETIME_ZONE = "datetime.zone";

    private static final String GROUP = "Records";
    private static final String DATETIME_DOC = "What DATETIME and TIMESTAMP become: `iso` text such as "
            + "2020-08-28T03:52:47, with a Z for TIMESTAMP; `epoch-ms`, milliseconds since 1970, in structs as "
            + "Connect's Timestamp. A zero or impossible date becomes null either way.";
    private static final String ZONE_DOC = "The time zone of the wall clocks in DATETIME columns, such as UTC, +02:00 "
            + "or Europe/Berlin. Only datetime.format=epoch-ms needs it; TIMESTAMP is an instant without it.";
    private static final String TINYINT1_DOC = "What TINYINT(1), which is BOOLEAN, becomes: `int8`, the number as it "
            + "is, or `boolean`, true for anything but 0.";
    private static final String BIGINT_DOC = "What BIGINT UNSIGNED becomes: `precise`, an exact number (Decimal in "
            + "structs, text in maps), `string`, its digits as text, or `long`, a 64-bit integer, with which a value "
            + "above 9223372036854775807 fails the task.";
    private static final String DECIMAL_DOC = "What DECIMAL becomes: `precise`, an exact number (Decimal in structs, "
            + "text in maps), `double`, the nearest floating-point number, or `string`, plain text.";

    static void define(ConfigDef def, int firstOrder) {
        choice(def, DATETIME_FORMAT, "iso", ValidString.in("iso", "epoch-ms"), DATETIME_DOC, firstOrder, "Datetimes");
        def.define(
                DATETIME_ZONE,
                ConfigDef.Type.STRING,
                "UTC",
                ConfigDef.LambdaValidator.with(TypesConfig::checkZone, () -> "a time zone"),
                Importance.LOW,
                ZONE_DOC,
                GROUP,
                firstOrder + 1,
                Width.MEDIUM,
                "Zone of DATETIME");
        choice(def, TINYINT1, "int8", ValidString.in("int8", "boolean"), TINYINT1_DOC, firstOrder + 2, "TINYINT(1)");
        ValidString unsigned = ValidString.in("precise", "string", "long");
        choice(def, BIGINT_UNSIGNED, "precise", unsigned, BIGINT_DOC, firstOrder + 3, "BIGINT UNSIGNED");
        ValidString decimal = ValidString.in("precise", "double", "string");
        choice(def, DECIMAL, "precise", decimal, DECIMAL_DOC, firstOrder + 4, "DECIMAL");
    }

    public static TypesConfig of(AbstractConfig config) {
        return new TypesConfig(
                Tinyint1Mode.valueOf(constant(config, TINYINT1)),
                BigintUnsignedMode.valueOf(constant(config, BIGINT_UNSIGNED)),
                DecimalMode.valueOf(constant(config, DECIMAL)),
                DatetimeFormat.valueOf(constant(config, DATETIME_FORMAT)),
                ZoneId.of(config.getString(DATETIME_ZONE)));
    }

    private static void choice(
            ConfigDef def, String key, String preset, ValidString valid, String doc, int order, String displayName) {
        def.define(
                key, ConfigDef.Type.STRING, preset, valid, Importance.LOW, doc, GROUP, order, Width.SHORT, displayName);
    }

    private static String constant(AbstractConfig config, String key) {
        return config.getString(key).toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static void checkZone(String name, Object value) {
        try {
            ZoneId.of(String.valueOf(value));
        } catch (DateTimeException unknown) {
            throw new ConfigException(name, value, "must be a time zone such as UTC, +02:00 or Europe/Berlin.");
        }
    }
}
