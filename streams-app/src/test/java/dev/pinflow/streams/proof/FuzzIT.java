package dev.pinflow.streams.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.contract.Entity;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Mutations of good records, whatever the world may send. How many, and from which seed they come, is told by the system
 * properties {@code pinflow.fuzz} and {@code pinflow.seed}.
 */
@ExtendWith(SharedStack.class)
class FuzzIT {
    private static final int RECORDS = Integer.getInteger("pinflow.fuzz", 3_000);
    private static final long SEED = Long.getLong("pinflow.seed", System.nanoTime());
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PARTITIONS = 2;

    /** One in so many records is about as large as a topic takes. */
    private static final int LARGE_ONE_IN = 100;

    /** One in so many would outgrow what its topic takes. */
    private static final int GROWING_ONE_IN = 750;

    private final StreamsStack stack;

    FuzzIT(StreamsStack stack) {
        this.stack = stack;
    }

    @Test
    void theServiceStaysUpTheLedgerBalancesAndTheNumbersAgree() throws Exception {
        System.out.printf("FuzzIT: %,d records, seed %d%n", RECORDS, SEED);
        Instant began = Instant.now();
        try (Trial trial = new Trial(stack, PARTITIONS);
                ServiceProcess service = trial.newInstance(Map.of("stream.threads", "2"))) {
            if (Envelopes.FAR_FUTURE != null) {
                trial.takeAnyTimestamp();
            }
            service.start();
            Map<String, Integer> kinds = post(trial);
            System.out.println("  posted " + kinds);
            trial.awaitCleaned(PATIENCE);
            CleanedRecords records = trial.verify();
            trial.verifyServed(service, records);
            trial.verifyPublished(records);

            assertThat(service.management().isAlive()).as("/livez").isTrue();
            assertThat(service.management().isReady()).as("/readyz").isTrue();
            for (JsonNode part : service.management().getJson("/status").get("parts")) {
                assertThat(part.get("threadFailures").asInt())
                        .as(part.toString())
                        .isZero();
            }
            verifyMetrics(trial, service, records);
            System.out.printf(
                    "  %d s in all%n", Duration.between(began, Instant.now()).toSeconds());
        }
    }

    private static Map<String, Integer> post(Trial trial) {
        Random random = new Random(SEED);
        Workload workload = new Workload(random.nextLong(), Math.max(1, RECORDS / 12));
        Mutations mutations = new Mutations(random);
        Envelopes envelopes = new Envelopes(random);
        Map<String, Integer> kinds = new TreeMap<>();
        for (int i = 0; i < RECORDS; i++) {
            Entity entity = Workload.anyEntity(random);
            Entity other = Workload.other(entity);
            int ind = random.nextInt(Math.max(1, RECORDS / 12));
            String good = workload.good(entity, ind);
            Posting posting;
            if (i % GROWING_ONE_IN == GROWING_ONE_IN / 2) {
                posting = mutations.growing(entity, good);
            } else if (i % GROWING_ONE_IN == 0) {
                posting = mutations.zipped(entity, good);
            } else if (random.nextInt(LARGE_ONE_IN) == 0) {
                posting = mutations.large(entity, good);
            } else if (random.nextInt(3) == 0) {
                posting = workload.next();
            } else {
                posting = mutations.apply(entity, good, workload.good(other, ind));
            }
            kinds.merge(posting.what(), 1, Integer::sum);
            if (posting.what().startsWith("zipped")) {
                trial.postZipped(posting);
            } else {
                trial.post(envelopes.apply(posting));
            }
        }
        trial.flush();
        return kinds;
    }

    /** Counts are of this instance's work: they exceed the topics' only when it was fenced and did some of it again. */
    private static void verifyMetrics(Trial trial, ServiceProcess service, CleanedRecords records) throws Exception {
        Metrics metrics = Metrics.of(service.management());
        long received = sum(trial, metrics, "pinflow_records_received_total");
        long again = received - trial.postedCount();
        long curated = sum(trial, metrics, "pinflow_records_curated_total");
        long rejected = sum(trial, metrics, "pinflow_records_rejected_total");
        System.out.printf(
                "  /metrics: received %,d (%,d of them again) = curated %,d + rejected %,d + given back %,d%n",
                received, again, curated, rejected, sum(trial, metrics, "pinflow_records_given_back_total"));
        assertThat(sum(trial, metrics, "pinflow_records_unbalanced")).isZero();
        assertThat(curated - records.curated()).isBetween(0L, again);
        assertThat(rejected - records.rejected()).isBetween(0L, again);
        records.reasons()
                .forEach((reason, count) -> assertThat(
                                metrics.sum("pinflow_records_rejected_total", "reason=\"" + reason + "\"") - count)
                        .as(reason)
                        .isBetween(0L, again));
        if (again == 0) {
            verifyDefects(trial, service, records);
        }
    }

    private static long sum(Trial trial, Metrics metrics, String name) {
        return Stream.of(Entity.values())
                .mapToLong(entity -> metrics.sum(name, trial.metricsTopic(entity)))
                .sum();
    }

    private static void verifyDefects(Trial trial, ServiceProcess service, CleanedRecords records) throws Exception {
        Map<String, Integer> told = new TreeMap<>();
        for (JsonNode defect : service.management().getJson("/defects").get("defects")) {
            String topic = defect.get("topic").asText();
            Entity entity = trial.entityOf(topic);
            String name = entity.suffix() + "." + defect.get("column").asText() + ":"
                    + defect.get("rule").asText();
            told.merge(name, defect.get("count").asInt(), Integer::sum);
        }
        assertThat(told).isEqualTo(records.defects());
        System.out.println("  /defects agree with the topics: " + told);
    }
}
