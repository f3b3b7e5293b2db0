package dev.pinflow.connect.rds.delivery;

import dev.pinflow.connect.rds.problem.ConfigProblem;
import dev.pinflow.connect.rds.reading.TablesConfig;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Width;

/**
 * The options that decide what a transaction holds, where the worker lets the connector define that.
 *
 * @param postings at most how many postings are one transaction
 */
public record TransactionConfig(int postings) {
    public static final String POSTINGS_PER_TRANSACTION = "postings.per.transaction";
    public static final String SUPPORT = "exactly.once.support";
    public static final String BOUNDARY = "transaction.boundary";

    private static final String REQUIRED = "required";
    private static final String CONNECTOR = "connector";
    private static final String DOC = "With exactly.once.support=required and transaction.boundary=connector: how many "
            + "postings are one transaction, at most. A transaction ends with each poll too, so it never holds more "
            + "than batch.max.postings and never stays open between slow postings. 1 costs a round trip to the broker "
            + "for each posting; 100 and more are nearly free.";

    public static void define(ConfigDef def) {
        def.define(
                POSTINGS_PER_TRANSACTION,
                ConfigDef.Type.INT,
                1,
                ConfigDef.Range.between(1, 8192),
                Importance.MEDIUM,
                DOC,
                "Delivery",
                1,
                Width.SHORT,
                "Postings per transaction");
    }

    public static TransactionConfig of(AbstractConfig config) {
        return new TransactionConfig(config.getInt(POSTINGS_PER_TRANSACTION));
    }

    /**
     * Why the connector cannot define the boundaries of transactions as asked for; none if it can.
     *
     * @param batchPostings how many postings a poll brings at most
     */
    public Optional<ConfigProblem> objection(int batchPostings) {
        if (postings <= batchPostings) {
            return Optional.empty();
        }
        return Optional.of(new ConfigProblem(
                POSTINGS_PER_TRANSACTION,
                POSTINGS_PER_TRANSACTION + " cannot be " + postings + ", because a transaction ends with each poll and "
                        + TablesConfig.BATCH_POSTINGS + " is " + batchPostings + ": lower it or raise "
                        + TablesConfig.BATCH_POSTINGS + "."));
    }

    /** What is wrong with a number of postings where transactions have other boundaries; nothing if it is the default. */
    public Optional<ConfigProblem> idle() {
        if (postings == 1) {
            return Optional.empty();
        }
        return Optional.of(new ConfigProblem(
                POSTINGS_PER_TRANSACTION,
                POSTINGS_PER_TRANSACTION + " has no effect without " + BOUNDARY + "=" + CONNECTOR + ": set " + BOUNDARY
                        + ", or leave " + POSTINGS_PER_TRANSACTION + " out."));
    }

    /**
     * Why exactly-once delivery cannot be had as required; none if it can, or is not required.
     *
     * <p>With other boundaries the worker may commit, at a stop, a transaction that ends inside a posting. Whatever offset its
     * records carry then, the rest of the posting is lost or its beginning comes again.
     */
    public static Optional<ConfigProblem> objection(Map<String, String> options) {
        boolean required = REQUIRED.equalsIgnoreCase(options.getOrDefault(SUPPORT, ""));
        if (!required || isAskedFor(options)) {
            return Optional.empty();
        }
        return Optional.of(new ConfigProblem(
                BOUNDARY,
                SUPPORT + "=" + REQUIRED + " needs " + BOUNDARY + "=" + CONNECTOR + ", because only then a transaction "
                        + "never ends inside a posting: set it, or leave " + SUPPORT + " out."));
    }

    /** Whether the connector's options ask it to define the boundaries of transactions. */
    public static boolean isAskedFor(Map<String, String> options) {
        return CONNECTOR.equalsIgnoreCase(options.getOrDefault(BOUNDARY, ""));
    }
}
