package dev.pinflow.streams.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.Entity;
import dev.pinflow.contract.Topics;
import dev.pinflow.contract.report.Report;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.schemas.SchemaRegistration;
import dev.pinflow.streams.stack.RegistryLink;
import dev.pinflow.streams.stack.SharedStack;
import dev.pinflow.streams.stack.StreamsStack;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A service that cannot work says so at once, in one sentence, and leaves nothing running. */
@ExtendWith(SharedStack.class)
class ServiceStartIT {
    private final StreamsStack stack;
    private final Topics topics;

    ServiceStartIT(StreamsStack stack) {
        this.stack = stack;
        this.topics = stack.newTopics();
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains(topics.userId()) || name.equals("service-watch"));
    }

    @Test
    void namesAllTopicsThatAreMissing() {
        assertStartFails()
                .hasMessageContainingAll(
                        topics.raw(Entity.PIN),
                        topics.rejected(),
                        topics.answers(Report.CATEGORY_BY_COUNTRY),
                        "create them before the service starts");
    }

    @Test
    void namesTheAnswersTopicsThatAreMissing() {
        stack.create(withoutAnswers(StreamsStack.REJECTED_BYTES, 2));

        assertStartFails()
                .hasMessageContaining(topics.answers(Report.USERS_JOINED_BY_YEAR))
                .hasMessageNotContaining(topics.rejected());
    }

    @Test
    void tellsThatTheRejectedTopicLeavesNoRoomForHeaders() {
        stack.create(withoutAnswers(1_048_588, 2));

        assertStartFails("answers.enabled", "false")
                .hasMessageContainingAll(topics.rejected(), "set its max.message.bytes to 1114124 or more");
    }

    @Test
    void tellsThatAnAnswersTopicIsNotCompacted() {
        List<NewTopic> created = withoutAnswers(StreamsStack.REJECTED_BYTES, 2);
        topics.answers().forEach(name -> created.add(new NewTopic(name, 1, (short) 1)));
        stack.create(created);

        assertStartFails()
                .hasMessageContainingAll(
                        topics.answers(Report.CATEGORY_BY_YEAR),
                        "not compacted",
                        "set their cleanup.policy to compact");
    }

    @Test
    void tellsThatTheCuratedTopicsCannotBeJoined() {
        List<NewTopic> created = withoutAnswers(StreamsStack.REJECTED_BYTES, 3);
        topics.answers().stream().map(StreamsStack::compacted).forEach(created::add);
        stack.create(created);

        assertStartFails()
                .hasMessageContainingAll(topics.curated(Entity.PIN) + "=3", "different numbers of partitions");
    }

    @Test
    void namesTheSchemasThatAreNotRegistered() {
        stack.createTopics(topics, 1);

        assertStartFails()
                .hasMessageContainingAll(topics.curated(Entity.USER) + "-value", "register the schemas first");
    }

    @Test
    void registersMissingSchemasWhenToldTo() throws Exception {
        stack.createTopics(topics, 1);

        try (StreamsService service =
                StreamsService.start(stack.configuration(topics, "schemas.auto.register", "true"))) {
            assertThat(service.awaitRunning(StreamsStack.PATIENCE)).isTrue();
            assertThat(new SchemaRegistration(URI.create(stack.registry() + "/apis/ccompat/v7"))
                            .requireRegistered(topics))
                    .hasSize(3);
        }
    }

    @Test
    void tellsThatTheRegistryIsDown() {
        stack.createTopics(topics, 1);

        assertStartFails("registry.url", "http://127.0.0.1:1")
                .hasMessageContainingAll("http://127.0.0.1:1", "does not answer");
    }

    @Test
    @Timeout(30)
    void doesNotWaitLongForARegistryThatTakesConnectionsAndSaysNothing() throws Exception {
        stack.createTopics(topics, 1);
        try (RegistryLink link = new RegistryLink(stack.registry())) {
            link.silence();

            assertStartFails("registry.url", link.address()).hasMessageContaining(link.address());
        }
    }

    @Test
    @Timeout(30)
    void doesNotWaitLongForABrokerThatTakesConnectionsAndSaysNothing() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertStartFails("bootstrap.servers", "127.0.0.1:" + silent.getLocalPort())
                    .hasMessageContaining("check bootstrap.servers");
        }
    }

    @Test
    void tellsThatTheManagementPortIsTaken() throws Exception {
        stack.createTopics(topics, 1);
        stack.registerSchemas(topics);
        try (ServerSocket taken = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            assertStartFails("management.port", port).hasMessageContainingAll("127.0.0.1:" + port, "management.port");
        }
    }

    private AbstractThrowableAssert<?, ?> assertStartFails(String... keysAndValues) {
        return assertThatThrownBy(() -> StreamsService.start(stack.configuration(topics, keysAndValues))
                        .close())
                .isInstanceOf(ServiceStartException.class);
    }

    /** The topics of the cleaning, of which those for pins have another number of partitions perhaps. */
    private List<NewTopic> withoutAnswers(int rejectedBytes, int pinPartitions) {
        List<NewTopic> created = new ArrayList<>();
        Stream.concat(topics.raw().stream(), topics.curated().stream())
                .map(name -> new NewTopic(name, name.endsWith("pin") ? pinPartitions : 2, (short) 1))
                .forEach(created::add);
        created.add(StreamsStack.rejected(topics, rejectedBytes));
        return created;
    }
}
