package dev.pinflow.cli.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Counts the records in a bucket's objects by reading the objects: lines of text objects, rows of Parquet objects. An
 * object is read once; the sink never changes one that it has written. Not thread-safe.
 */
public final class ObjectCounts {
    /** How many records the sink says that it wrote into an object; needed where a record holds line breaks itself. */
    private static final String RECORDS_METADATA = "pinflow-records";

    private static final String PARQUET = ".parquet";

    private final S3Client s3;
    private final String bucket;
    private final String topicsDir;
    private final Map<String, Long> known = new HashMap<>();

    /** @param topicsDir the sinks' {@code topics.dir} */
    public ObjectCounts(S3Client s3, String bucket, String topicsDir) {
        this.s3 = s3;
        this.bucket = bucket;
        this.topicsDir = topicsDir;
    }

    /** The records in the topic's objects now; their keys' and headers' objects beside them do not count. */
    public long records(String topic) {
        String prefix = topicsDir + "/" + topic + "/";
        return s3.listObjectsV2Paginator(request -> request.bucket(bucket).prefix(prefix)).contents().stream()
                .filter(object ->
                        !object.key().contains(".headers.") && !object.key().contains(".keys."))
                .mapToLong(this::recordsIn)
                .sum();
    }

    public long records(Collection<String> topics) {
        return topics.stream().mapToLong(this::records).sum();
    }

    private long recordsIn(S3Object object) {
        String version = object.key() + " " + object.eTag();
        Long count = known.get(version);
        if (count == null) {
            try {
                count = read(object);
            } catch (NoSuchKeyException stillBeingWritten) {
                // Some S3-compatible stores list an object a moment before it can be read.
                return 0;
            }
            known.put(version, count);
        }
        return count;
    }

    private long read(S3Object object) {
        return object.key().endsWith(PARQUET)
                ? new ParquetRows(s3, bucket).in(object.key(), object.size())
                : lines(object.key());
    }

    private long lines(String key) {
        try (ResponseInputStream<GetObjectResponse> content =
                s3.getObject(request -> request.bucket(bucket).key(key))) {
            long lines = lines(content);
            String written = content.response().metadata().get(RECORDS_METADATA);
            return written == null ? lines : Math.min(lines, Long.parseLong(written));
        } catch (IOException e) {
            throw new ObjectCountException(bucket, key, e);
        }
    }

    private static long lines(InputStream content) throws IOException {
        long lines = 0;
        byte[] buffer = new byte[64 * 1024];
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            for (int i = 0; i < read; i++) {
                if (buffer[i] == '\n') {
                    lines++;
                }
            }
        }
        return lines;
    }
}
