package dev.pinflow.connect.s3;

import dev.pinflow.connect.s3.client.S3Clients;
import dev.pinflow.connect.s3.client.StorageConfig;
import dev.pinflow.connect.s3.config.SinkConfig;
import dev.pinflow.connect.s3.delivery.RecordDelivery;
import dev.pinflow.connect.s3.upload.S3Uploader;
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

/** Writes the records of its topic partitions to S3; uploads happen on the task's thread. */
public final class S3SinkTask extends SinkTask {
    private static final Logger LOG = LoggerFactory.getLogger(S3SinkTask.class);

    private Optional<S3Uploader> uploader = Optional.empty();
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
        S3Uploader opened = new S3Uploader(S3Clients.open(storage), storage.bucket(), storage.partBytes());
        uploader = Optional.of(opened);
        opened.requireBucket();
        delivery = Optional.of(new RecordDelivery(context, config, opened, InstantSource.system()));
        LOG.info(
                "Writing to bucket {} with flush.size {}",
                storage.bucket(),
                config.rotation().flushSize());
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
        delivery = Optional.empty();
        uploader.ifPresent(S3Uploader::close);
        uploader = Optional.empty();
    }
}
