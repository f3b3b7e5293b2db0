package dev.pinflow.connect.s3.delivery;

import dev.pinflow.connect.s3.buffer.ObjectBuffers;
import dev.pinflow.connect.s3.format.ObjectPart;
import dev.pinflow.connect.s3.naming.ObjectNames;
import dev.pinflow.connect.s3.upload.ObjectFamily;
import dev.pinflow.connect.s3.upload.ObjectUploads;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Opens objects under the names that their first records give them. */
final class ObjectOpening {
    private final Layout layout;
    private final ObjectBuffers buffers;
    private final ObjectUploads uploads;
    private final NameOwners owners;

    ObjectOpening(Layout layout, ObjectBuffers buffers, ObjectUploads uploads, NameOwners owners) {
        this.layout = layout;
        this.buffers = buffers;
        this.uploads = uploads;
        this.owners = owners;
    }

    /**
     * An object for the record, which is not yet in it.
     *
     * @throws org.apache.kafka.connect.errors.DataException when no object can hold the record
     * @throws org.apache.kafka.connect.errors.ConnectException when another topic partition writes under this name
     */
    OpenObject open(Lane lane, SinkRecord first) {
        ObjectNames names = layout.names();
        String topic = first.topic();
        int partition = first.kafkaPartition();
        if (owners.claim(first)) {
            uploads.take(new ObjectFamily(
                    names.topicFolder(topic), names.directoryDelimiter(), names.family(topic, partition)));
        }
        String folder = names.folder(topic, lane.encodedPartition());
        List<ObjectPart> parts =
                lane.tombstone() ? layout.tombstones().orElseThrow().parts() : layout.parts();
        return OpenObject.open(
                lane,
                offset -> names.base(folder, topic, partition, offset),
                first,
                parts,
                layout.schemas().compatibility(),
                buffers,
                uploads);
    }
}
