package dev.pinflow.streams.service;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;

/** What may help against a failure of a stream thread. */
enum FailureKind {
    /** Time: a registry or brokers that are down, a transaction that another instance ended. */
    PASSING("It may pass by itself: see whether the brokers and the schema registry are up."),
    /** A person: permissions, topics, settings. */
    CONFIGURATION("It will not pass by itself: grant the permission, create the topic or correct the setting that the "
            + "failure names."),
    /** Nothing inside this process: memory is used up, or a class is missing. */
    FATAL("This process cannot go on: give it more memory, or repair its installation.");

    private final String advice;

    FailureKind(String advice) {
        this.advice = advice;
    }

    /** One sentence for a person. */
    String advice() {
        return advice;
    }

    /** By the failure and all its causes. */
    static FailureKind of(Throwable failure) {
        if (causes(failure).anyMatch(cause -> cause instanceof VirtualMachineError || cause instanceof LinkageError)) {
            return FATAL;
        }
        return causes(failure).anyMatch(FailureKind::needsAPerson) ? CONFIGURATION : PASSING;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(Optional.of(failure), Optional::isPresent, cause -> cause.map(Throwable::getCause))
                .map(Optional::get);
    }

    private static boolean needsAPerson(Throwable cause) {
        return cause instanceof AuthorizationException
                || cause instanceof AuthenticationException
                || cause instanceof MissingSourceTopicException
                || cause instanceof UnknownTopicOrPartitionException
                || cause instanceof InvalidTopicException
                || cause instanceof InvalidConfigurationException
                || cause instanceof UnsupportedVersionException
                || cause instanceof RecordTooLargeException
                || cause instanceof ConfigException;
    }
}
