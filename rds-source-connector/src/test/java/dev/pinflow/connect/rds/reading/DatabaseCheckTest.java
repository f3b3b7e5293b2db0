package dev.pinflow.connect.rds.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.pinflow.connect.rds.connection.DatabaseConfig;
import dev.pinflow.connect.rds.credentials.Credentials;
import dev.pinflow.connect.rds.credentials.CredentialsProvider;
import dev.pinflow.connect.rds.problem.ConfigProblem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseCheckTest {
    private static final Duration SOON = Duration.ofMillis(200);

    private static DatabaseConfig database(Class<? extends CredentialsProvider> provider, String behaviour) {
        ConfigDef def = new ConfigDef();
        DatabaseConfig.define(def);
        return DatabaseConfig.of(new AbstractConfig(
                def,
                Map.of(
                        "connection.url",
                        "jdbc:mysql://127.0.0.1:1/posts",
                        "connection.user",
                        "app",
                        "credentials.provider.class",
                        provider.getName(),
                        "credentials.provider.behaviour",
                        behaviour),
                false));
    }

    @Test
    void breaksOffAProviderThatTakesTooLong() {
        SleepingProvider.interrupted.set(0);
        DatabaseConfig database = database(SleepingProvider.class, "");

        for (boolean asking : new boolean[] {true, false}) {
            List<ConfigProblem> problems =
                    DatabaseCheck.findings(database, List.of(), asking, SOON).problems();

            assertThat(problems).singleElement().satisfies(problem -> {
                assertThat(problem.key()).isEqualTo("credentials.provider.class");
                assertThat(problem.message()).contains("was not ready within 200 ms", "SleepingProvider");
            });
        }

        await().atMost(Duration.ofSeconds(10)).until(() -> SleepingProvider.interrupted.get() == 2);
    }

    @ParameterizedTest
    @CsvSource({
        "region, credentials.aws.region",
        "own, credentials.provider.behaviour",
        "nothing, credentials.provider.class",
        "defect, credentials.provider.class"
    })
    void pinsAProvidersProblemOnTheOptionThatMendsIt(String behaviour, String key) {
        FailingProvider.closed.set(0);

        List<ConfigProblem> problems = DatabaseCheck.findings(
                        database(FailingProvider.class, behaviour), List.of(), true)
                .problems();

        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.key()).isEqualTo(key);
            assertThat(problem.message()).doesNotContain("s3cret");
        });
        assertThat(FailingProvider.closed).hasValue(1);
    }

    @Test
    void saysOfAnUnexpectedFailureNoMoreThanItsClass() {
        assertThat(DatabaseCheck.findings(database(FailingProvider.class, "defect"), List.of(), true)
                        .problems())
                .extracting(ConfigProblem::message)
                .singleElement()
                .asString()
                .contains("FailingProvider fails with java.lang.IllegalStateException.");
    }

    /** Waits in vain, as for instance metadata outside of AWS. */
    public static final class SleepingProvider implements CredentialsProvider {
        static final AtomicInteger interrupted = new AtomicInteger();

        @Override
        public void configure(Map<String, ?> options) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException end) {
                interrupted.incrementAndGet();
            }
        }

        @Override
        public Credentials credentials() {
            return new Credentials("", new Password(""));
        }
    }

    /** Fails in the way that its option asks for. */
    public static final class FailingProvider implements CredentialsProvider {
        static final AtomicInteger closed = new AtomicInteger();

        @Override
        public void configure(Map<String, ?> options) {
            String behaviour = (String) options.get("credentials.provider.behaviour");
            switch (behaviour) {
                case "region" -> throw new ConfigException("credentials.aws.region is missing: set it.");
                case "own" -> throw new ConfigException("credentials.provider.behaviour", behaviour, "is bad.");
                case "nothing" -> throw new ConfigException("The vault does not like this.");
                default -> throw new IllegalStateException("s3cret");
            }
        }

        @Override
        public Credentials credentials() {
            return new Credentials("", new Password(""));
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
