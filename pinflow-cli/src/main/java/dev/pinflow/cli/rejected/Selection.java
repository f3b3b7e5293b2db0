package dev.pinflow.cli.rejected;

import dev.pinflow.contract.Topics;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which of the rejected records a verb is about. */
final class Selection {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--topic",
            paramLabel = "TOPIC",
            description = "Only records from this raw topic, such as pin or user-0123456789ab.pin.")
    private String topic;

    @Option(names = "--reason", paramLabel = "CODE", description = "Only records with this reason code.")
    private String reason;

    @Option(names = "--field", paramLabel = "NAME", description = "Only records in which this member broke the rule.")
    private String field;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            converter = Moment.class,
            description =
                    "Only records with this timestamp or a later one, such as 2026-05-01 or 2026-05-01T10:00:00Z.")
    private Instant from = Instant.MIN;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            converter = Moment.class,
            description = "Only records with a timestamp before this one.")
    private Instant to = Instant.MAX;

    private long max = Long.MAX_VALUE;

    @Option(names = "--max", paramLabel = "N", description = "At most N records (default: all).")
    void setMax(long max) {
        if (max < 1) {
            throw new ParameterException(command.commandLine(), "--max must be 1 or more, not " + max + ".");
        }
        this.max = max;
    }

    long max() {
        return max;
    }

    /** @throws ParameterException when --topic is none of the user's raw topics */
    void requireTopicOf(Topics topics) {
        if (topic != null && !topics.raw().contains(fullName(topics))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--topic '" + topic + "' is none of " + String.join(", ", topics.raw())
                            + ": give one of them, or another --user-id.");
        }
    }

    boolean matches(RejectedRecord record, Topics topics) {
        return (topic == null || record.raw().topic().equals(fullName(topics)))
                && (reason == null || record.reason().equals(reason))
                && (field == null || record.field().equals(field))
                && !record.timestamp().isBefore(from)
                && record.timestamp().isBefore(to);
    }

    private String fullName(Topics topics) {
        return topic.startsWith(topics.prefix() + ".") ? topic : topics.prefix() + "." + topic;
    }

    /** A date means its first moment in UTC. */
    static final class Moment implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            try {
                return text.contains("T")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException(
                        "'" + text + "' is no time: write 2026-05-01 or 2026-05-01T10:00:00Z.");
            }
        }
    }
}
