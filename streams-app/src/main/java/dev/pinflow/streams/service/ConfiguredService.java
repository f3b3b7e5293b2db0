package dev.pinflow.streams.service;

import dev.pinflow.contract.Topics;
import dev.pinflow.streams.answers.AnswersCounts;
import dev.pinflow.streams.answers.AnswersTopology;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.cleaning.CleaningTopology;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.curated.CuratedSerde;
import dev.pinflow.streams.management.ServiceMetrics;
import dev.pinflow.streams.schemas.RegistryException;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A service that can be started: its configuration is sound as far as that shows without a network. */
final class ConfiguredService {
    static final String CLEANING = "cleaning";
    static final String ANSWERS = "answers";

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredService.class);

    private final StreamsConfiguration config;
    private final CuratedSerde serde;
    private final PartProperties properties;

    private ConfiguredService(StreamsConfiguration config) {
        this.config = config;
        this.serde = CuratedSerde.of(config);
        this.properties = new PartProperties(config);
    }

    /**
     * Checks what can be checked.
     *
     * @throws ServiceStartException when the serde is not on the class path
     */
    static ConfiguredService of(StreamsConfiguration config) {
        return new ConfiguredService(config);
    }

    /** See {@link StreamsService#start(StreamsConfiguration)}. */
    StreamsService start() {
        TopicConfigs topics = requireTopics();
        requireSchemas();
        Deque<AutoCloseable> made = new ArrayDeque<>();
        try {
            CleaningCounts cleaned = new CleaningCounts();
            AnswersCounts answered = new AnswersCounts();
            ServicePart cleaning = kept(made, cleaning(cleaned, topics));
            Optional<LiveAnswers> answers = config.answers().enabled()
                    ? Optional.of(kept(made, LiveAnswers.of(config, kept(made, answers(answered)), properties)))
                    : Optional.empty();
            ServiceMetrics metrics = kept(made, new ServiceMetrics(config.topics(), cleaned, answered));
            return StreamsService.start(config, cleaning, answers, cleaned, metrics);
        } catch (RuntimeException e) {
            made.descendingIterator().forEachRemaining(ConfiguredService::close);
            throw e;
        }
    }

    /** See {@link StreamsService#describe(StreamsConfiguration)}. */
    Map<String, TopologyDescription> describe() {
        Map<String, TopologyDescription> topologies = new LinkedHashMap<>();
        topologies.put(
                CLEANING,
                CleaningTopology.build(config.topics(), serde::newSerializer, new CleaningCounts())
                        .describe());
        if (config.answers().enabled()) {
            topologies.put(
                    ANSWERS, answersTopology(new AnswersCounts(), () -> true).describe());
        }
        return topologies;
    }

    /** See {@link StreamsService#check(StreamsConfiguration)}. */
    List<String> check() {
        List<String> problems = new ArrayList<>();
        for (Runnable check : List.<Runnable>of(this::requireTopics, this::checkSchemas)) {
            try {
                check.run();
            } catch (ServiceStartException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
    }

    private static <T extends AutoCloseable> T kept(Deque<AutoCloseable> made, T one) {
        made.addLast(one);
        return one;
    }

    private static void close(AutoCloseable made) {
        try {
            made.close();
        } catch (Exception e) {
            LOG.debug("What was made for a service that does not start did not close in order", e);
        }
    }

    private ServicePart answers(AnswersCounts counts) {
        return new ServicePart(
                ANSWERS,
                answersTopology(counts, registryProbe()),
                properties.answers(),
                config.failureTimeout(),
                Clock.systemUTC());
    }

    private Topology answersTopology(AnswersCounts counts, BooleanSupplier registryAnswers) {
        return AnswersTopology.build(
                config.topics(), serde::newDeserializer, registryAnswers, counts, properties.answers());
    }

    /** Whether the registry knows what the answers need of it. */
    private BooleanSupplier registryProbe() {
        return config.needsRegistry() ? new RegistryProbe(schemas(), config.topics(), Clock.systemUTC()) : () -> true;
    }

    private ServicePart cleaning(CleaningCounts counts, TopicConfigs topics) {
        return new ServicePart(
                CLEANING,
                CleaningTopology.build(
                        config.topics(), serde::newSerializer, counts, topic -> properties.limit(topics, topic)),
                properties.cleaning(),
                config.failureTimeout(),
                Clock.systemUTC());
    }

    private TopicConfigs requireTopics() {
        try (TopicCheck check = new TopicCheck(properties.admin(), config.bootstrapServers())) {
            return check.requireUsable(config.topics(), config.answers().enabled());
        }
    }

    private SchemaRegistration schemas() {
        return new SchemaRegistration(
                config.confluentApi(), config.registryLogin().authorization());
    }

    private void requireSchemas() {
        withSchemas(config.autoRegister() ? SchemaRegistration::register : SchemaRegistration::requireRegistered);
    }

    /** As {@link #requireSchemas()}, but registers nothing. */
    private void checkSchemas() {
        withSchemas(
                config.autoRegister() ? SchemaRegistration::requireCompatible : SchemaRegistration::requireRegistered);
    }

    private void withSchemas(BiConsumer<SchemaRegistration, Topics> action) {
        if (!config.needsRegistry()) {
            return;
        }
        try {
            action.accept(schemas(), config.topics());
        } catch (RegistryException e) {
            throw new ServiceStartException(e.getMessage(), e);
        }
    }
}
