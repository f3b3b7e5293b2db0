package dev.pinflow.streams.service;

import dev.pinflow.streams.answers.AnswerReader;
import dev.pinflow.streams.answers.AnswerTables;
import dev.pinflow.streams.answers.AsOf;
import dev.pinflow.streams.answers.GlobalTableAnswers;
import dev.pinflow.streams.config.GroupProtocol;
import dev.pinflow.streams.config.StreamsConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live answers of this instance, and how recent they are. Thread-safe. */
final class LiveAnswers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveAnswers.class);

    private static final String CLIENT = "-as-of";

    private final StreamsConfiguration config;
    private final ServicePart part;
    private final StreamsConfig settings;
    private final Admin admin;
    private final AnswerTables tables;
    private final AnswerReader reader;
    private Optional<AsOf> asOf = Optional.empty();
    private boolean closed;

    private LiveAnswers(StreamsConfiguration config, ServicePart part, StreamsConfig settings) {
        this.config = config;
        this.part = part;
        this.settings = settings;
        this.admin = Admin.create(settings.getAdminConfigs(part.applicationId() + CLIENT));
        this.tables = new AnswerTables(part.streams());
        this.reader = new GlobalTableAnswers(tables, this::asOf);
    }

    /** @param part runs the answers' topology; it is started and closed by others */
    static LiveAnswers of(StreamsConfiguration config, ServicePart part, PartProperties properties) {
        return new LiveAnswers(config, part, new StreamsConfig(properties.answers()));
    }

    ServicePart part() {
        return part;
    }

    AnswerReader reader() {
        return reader;
    }

    /** The moment up to which the answers are complete; empty until it is known. */
    synchronized Optional<Instant> asOf() {
        return asOf.flatMap(AsOf::instant);
    }

    /**
     * Deletes state of this machine that no committed offset belongs to: it is of a count that was given up, by a reset
     * or with its topics, and Kafka Streams would go on from it. To be called before the part is started.
     */
    void forgetStaleState() {
        try {
            if (committed().isEmpty()) {
                part.streams().cleanUp();
            }
        } catch (ExecutionException | RuntimeException e) {
            LOG.warn("Whether the answers' state on this machine is current is not known; it is kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        String group = part.applicationId();
        try {
            return config.groupProtocol() == GroupProtocol.STREAMS
                    ? admin.listStreamsGroupOffsets(Map.of(group, new ListStreamsGroupOffsetsSpec()))
                            .partitionsToOffsetAndMetadata(group)
                            .get()
                    : admin.listConsumerGroupOffsets(group)
                            .partitionsToOffsetAndMetadata()
                            .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Map.of();
            }
            throw e;
        }
    }

    /** Begins to find out how recent the answers are. */
    synchronized void start() {
        if (!closed) {
            asOf = Optional.of(AsOf.start(
                    admin,
                    settings.getGlobalConsumerConfigs(part.applicationId() + CLIENT),
                    part.applicationId(),
                    config.topics(),
                    tables::positions,
                    config.answers().asOfInterval()));
        }
    }

    @Override
    public void close() {
        stopped().ifPresent(AsOf::close);
        admin.close(Duration.ZERO);
    }

    private synchronized Optional<AsOf> stopped() {
        closed = true;
        return asOf;
    }
}
