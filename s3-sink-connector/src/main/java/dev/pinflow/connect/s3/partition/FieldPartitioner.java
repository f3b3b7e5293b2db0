package dev.pinflow.connect.s3.partition;

import dev.pinflow.connect.s3.field.FieldPath;
import java.util.List;
import org.apache.kafka.connect.sink.SinkRecord;

/** Goes by fields of the value: {@code country=NZ/address.city=Nelson}, and {@code country=null} where it is null. */
final class FieldPartitioner implements Partitioner {
    private final FieldPath[] paths;
    private final PathElements elements;

    /** One per path, used again for every record. */
    private final String[] texts;

    FieldPartitioner(List<FieldPath> paths, String delimiter) {
        this.paths = paths.toArray(FieldPath[]::new);
        this.elements = new PathElements(
                delimiter, paths.stream().map(path -> path.name() + "=").toArray(String[]::new));
        this.texts = new String[paths.size()];
    }

    @Override
    public String encode(SinkRecord sinkRecord, long now) {
        for (int i = 0; i < paths.length; i++) {
            texts[i] = FieldText.of(paths[i], paths[i].in(sinkRecord));
        }
        return elements.join(texts);
    }
}
