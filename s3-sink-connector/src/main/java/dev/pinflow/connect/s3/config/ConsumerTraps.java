package dev.pinflow.connect.s3.config;

import dev.pinflow.connect.s3.problem.Findings;
import java.util.List;

/** Overrides of the consumer that Connect lets through although no task can work with them. */
final class ConsumerTraps {
    private static final String OVERRIDE = "consumer.override.";
    private static final String BYTES = "org.apache.kafka.common.serialization.ByteArrayDeserializer";

    private ConsumerTraps() {}

    static void check(Findings findings) {
        String autoCommit = OVERRIDE + "enable.auto.commit";
        if ("true".equalsIgnoreCase(stripped(findings.given(autoCommit)))) {
            findings.problem(
                    autoCommit,
                    "true would commit offsets of records that are not in S3 yet, and a crash would lose them: remove"
                            + " this option");
        }
        for (String key : List.of(OVERRIDE + "key.deserializer", OVERRIDE + "value.deserializer")) {
            String deserializer = stripped(findings.given(key));
            if (!deserializer.isEmpty() && !deserializer.equals(BYTES)) {
                findings.problem(
                        key,
                        "Connect itself reads bytes: remove this option, and set key.converter or value.converter");
            }
        }
    }

    private static String stripped(String given) {
        return given == null ? "" : given.strip();
    }
}
