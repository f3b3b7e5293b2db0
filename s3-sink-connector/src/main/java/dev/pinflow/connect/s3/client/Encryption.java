package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.types.Password;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * How the store encrypts objects.
 *
 * @param algorithm empty to leave it to the bucket; with a customer key, the key's algorithm
 * @param kmsKey empty for the account's own key
 */
record Encryption(Optional<Algorithm> algorithm, Optional<CustomerKey> customerKey, Optional<String> kmsKey) {
    static final String ALGORITHM = "s3.ssea.name";
    static final String CUSTOMER_KEY = "s3.sse.customer.key";
    static final String KMS_KEY = "s3.sse.kms.key.id";

    /** Server-side encryption. */
    enum Algorithm {
        /** With a key that S3 manages, at no cost; with a customer key, with that one, which every reader must send. */
        AES256(ServerSideEncryption.AES256),
        /** With a key in KMS, whose use is logged, can be forbidden, and is billed and throttled by request. */
        AWS_KMS(ServerSideEncryption.AWS_KMS),
        /** With a key in KMS, twice, for rules that ask for it; slower and dearer than once. */
        AWS_KMS_DSSE(ServerSideEncryption.AWS_KMS_DSSE);

        private final ServerSideEncryption header;

        Algorithm(ServerSideEncryption header) {
            this.header = header;
        }

        ServerSideEncryption header() {
            return header;
        }

        private static Optional<Algorithm> named(String name) {
            return Arrays.stream(values())
                    .filter(algorithm -> algorithm.header.toString().equals(name))
                    .findFirst();
        }
    }

    static void define(ConfigDef def) {
        List<String> names = Stream.concat(
                        Stream.of(""), Arrays.stream(Algorithm.values()).map(value -> value.header.toString()))
                .toList();
        def.define(
                ALGORITHM,
                ConfigDef.Type.STRING,
                "",
                Rules.oneOf(names, ", or empty to leave encryption to the bucket"),
                Importance.LOW,
                "Server-side encryption: AES256, aws:kms or aws:kms:dsse; empty leaves it to the bucket.");
        def.define(
                CUSTOMER_KEY,
                ConfigDef.Type.PASSWORD,
                null,
                Importance.LOW,
                "With " + ALGORITHM + "=AES256: your own key (SSE-C), Base64 of 32 bytes. S3 forgets it: every reader"
                        + " has to send it, and AWS takes it over https only.");
        def.define(
                KMS_KEY,
                ConfigDef.Type.STRING,
                "",
                Importance.LOW,
                "With " + ALGORITHM + "=aws:kms or aws:kms:dsse: id or ARN of the key. Empty: the account's key for"
                        + " S3, where Confluent's sink sends no encryption header at all.");
    }

    /** Refuses what would leave objects less encrypted than the configuration reads. */
    static void check(Findings findings) {
        Optional<Algorithm> algorithm = Algorithm.named(findings.text(ALGORITHM));
        if (findings.value(CUSTOMER_KEY) instanceof Password key && !key.value().isBlank()) {
            if (!algorithm.equals(Optional.of(Algorithm.AES256))) {
                findings.problem(ALGORITHM, "must be AES256 because " + CUSTOMER_KEY + " is set");
            }
            CustomerKey.problem(key).ifPresent(sentence -> findings.problem(CUSTOMER_KEY, sentence));
        }
        boolean kms = algorithm.isPresent() && algorithm.get() != Algorithm.AES256;
        if (!findings.text(KMS_KEY).isBlank() && !kms) {
            findings.problem(ALGORITHM, "must be aws:kms or aws:kms:dsse because " + KMS_KEY + " is set");
        }
    }

    static Encryption from(AbstractConfig config) {
        return new Encryption(
                Algorithm.named(config.getString(ALGORITHM)),
                Optional.ofNullable(config.getPassword(CUSTOMER_KEY))
                        .filter(key -> !key.value().isBlank())
                        .map(CustomerKey::of),
                Optional.of(config.getString(KMS_KEY)).filter(id -> !id.isBlank()));
    }

    /** What the store is to do with a new object; null, as the SDK has it, when it is told nothing. */
    ServerSideEncryption header() {
        return customerKey.isPresent() ? null : algorithm.map(Algorithm::header).orElse(null);
    }

    String kmsKeyHeader() {
        return kmsKey.orElse(null);
    }
}
