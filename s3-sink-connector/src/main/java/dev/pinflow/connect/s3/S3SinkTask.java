package dev.pinflow.connect.s3;

import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.client.S3Clients;
import dev.pinflow.connect.s3.client.StorageConfig;
import dev.pinflow.connect.s3.config.SinkConfig;
import dev.pinflow.connect.s3.delivery.RecordDelivery;
import dev.pinflow.connect.s3.metrics.TaskMetrics;
import dev.pinflow.connect.s3.upload.S3Uploads;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.sink.SinkTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the records of its topic partitions to S3; uploads happen on threads of their own. */
public final class S3SinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(S3SinkTask.class);

    private Optional<S3Uploads> uploads = Optional.empty();
    private Optional<ObjectBuffers> buffers = Optional.empty();
    private Optional<TaskMetrics> metrics = Optional.empty();
    private Optional<RecordDelivery> delivery = Optional.empty();

    @Override
    public String version() {
        return ConnectorVersion.VERSION;
    }

    /**
     * {@inheritDoc}
     *
     * @throws org.apache.kafka.common.config.ConfigException naming all problems of the configuration
     * @throws org.apache.kafka.connect.errors.ConnectException when the bucket does not exist
     */
    @Override
    public void start(Map<String, String> props) {
        SinkConfig config = SinkConfig.from(props);
        StorageConfig storage = config.storage();
        ObjectBuffers memory = new ObjectBuffers(config.buffers());
        buffers = Optional.of(memory);
        TaskMetrics published = TaskMetrics.of(context, memory.budget());
        metrics = Optional.of(published);
        S3Uploads opened = new S3Uploads(
                S3Clients.open(storage, config.uploads().threads()),
                storage,
                config.uploads(),
                config.deterministic(),
                published);
        uploads = Optional.of(opened);
        opened.requireBucket();
        delivery = Optional.of(new RecordDelivery(
                context, config.layout(), config.errors(), memory, opened, published, InstantSource.system()));
        LOG.info(
                "Writing to bucket {} with flush.size {}",
                storage.bucket(),
                config.layout().rotation().flushSize());
    }

    /** {@inheritDoc} Objects are opened by the first record; only a pause that an earlier owner left is lifted. */
    @Override
    public void open(Collection<TopicPartition> partitions) {
        context.resume(partitions.toArray(TopicPartition[]::new));
    }

    @Override
    public void put(Collection<SinkRecord> records) {
        delivery.orElseThrow().put(records);
    }

    /** {@inheritDoc} Nothing is written here: object boundaries must not depend on when offsets are committed. */
    @Override
    public Map<TopicPartition, OffsetAndMetadata> preCommit(Map<TopicPartition, OffsetAndMetadata> currentOffsets) {
        return delivery.orElseThrow().safeOffsets(currentOffsets);
    }

    /** {@inheritDoc} Drops the open objects of these partitions only; their records are read again by the next owner. */
    @Override
    public void close(Collection<TopicPartition> partitions) {
        delivery.ifPresent(present -> present.close(partitions));
    }

    @Override
    public void stop() {
        delivery.ifPresent(RecordDelivery::close);
        delivery = Optional.empty();
        uploads.ifPresent(S3Uploads::close);
        uploads = Optional.empty();
        buffers.ifPresent(ObjectBuffers::close);
        buffers = Optional.empty();
        metrics.ifPresent(TaskMetrics::close);
        metrics = Optional.empty();
    }
}
