package dev.pinflow.streams.service;

import dev.pinflow.streams.answers.AnswersCounts;
import dev.pinflow.streams.answers.AnswersTopology;
import dev.pinflow.streams.cleaning.CleaningCounts;
import dev.pinflow.streams.cleaning.CleaningTopology;
import dev.pinflow.streams.config.ServiceStartException;
import dev.pinflow.streams.config.StreamsConfiguration;
import dev.pinflow.streams.curated.CuratedSerde;
import dev.pinflow.streams.schemas.RegistryException;
import dev.pinflow.streams.schemas.SchemaRegistration;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.TopologyDescription;

/** A service that can be started: its configuration is sound as far as that shows without a network. */
final class ConfiguredService {
    static final String CLEANING = "cleaning";
    static final String ANSWERS = "answers";

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
        CleaningCounts counts = new CleaningCounts();
        List<ServicePart> parts = new ArrayList<>();
        try {
            parts.add(cleaning(counts, topics));
            return StreamsService.start(config, parts, counts);
        } catch (RuntimeException e) {
            parts.forEach(ServicePart::close);
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
                    ANSWERS,
                    AnswersTopology.build(
                                    config.topics(),
                                    serde::newDeserializer,
                                    () -> true,
                                    new AnswersCounts(),
                                    properties.answers())
                            .describe());
        }
        return topologies;
    }

    /** See {@link StreamsService#check(StreamsConfiguration)}. */
    List<String> check() {
        List<String> problems = new ArrayList<>();
        for (Runnable check : List.<Runnable>of(this::requireTopics, this::requireSchemas)) {
            try {
                check.run();
            } catch (ServiceStartException e) {
                problems.add(e.getMessage());
            }
        }
        return problems;
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

    private void requireSchemas() {
        if (!config.needsRegistry()) {
            return;
        }
        SchemaRegistration schemas = new SchemaRegistration(
                config.confluentApi(), config.registryLogin().authorization());
        try {
            if (config.autoRegister()) {
                schemas.register(config.topics());
            } else {
                schemas.requireRegistered(config.topics());
            }
        } catch (RegistryException e) {
            throw new ServiceStartException(e.getMessage(), e);
        }
    }
}
