package dev.pinflow.connect.s3.client;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.connect.errors.ConnectException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * The tags that say what an object covers. Safe for use by several threads.
 *
 * @param isOn false: nothing is tagged
 * @param more tags that every object gets
 * @param failsOnError true: an object that cannot be tagged is a failure
 */
public record ObjectTags(boolean isOn, List<Tag> more, boolean failsOnError) {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectTags.class);

    private static final String START = "startOffset";
    private static final String END = "endOffset";
    private static final String COUNT = "recordCount";

    /** The keys that every tagged object has. */
    static final List<String> OWN = List.of(START, END, COUNT);

    public ObjectTags {
        more = List.copyOf(more);
    }

    /**
     * Tags an object that is durable already, in one request with the client's own retries; does nothing when tags are
     * off. To be called for objects of values only.
     *
     * @param startOffset of the object's first record
     * @param endOffset of its last record
     * @throws ConnectException when S3 refuses the tags and the configuration says that this matters
     */
    public void tag(S3Client s3, String bucket, String key, long startOffset, long endOffset, long records) {
        if (!isOn) {
            return;
        }
        List<Tag> tags = new ArrayList<>();
        tags.add(tag(START, startOffset));
        tags.add(tag(END, endOffset));
        tags.add(tag(COUNT, records));
        tags.addAll(more);
        try {
            s3.putObjectTagging(request -> request.bucket(bucket).key(key).tagging(tagging -> tagging.tagSet(tags)));
        } catch (SdkException e) {
            String advice = "s3://" + bucket + "/" + key + " is written but has no tags (" + e.getMessage()
                    + "): give the connector's credentials s3:PutObjectTagging, or set " + TagConfig.TAGGING + "=false";
            if (failsOnError) {
                throw new ConnectException(advice, e);
            }
            LOG.warn("{}", advice);
        }
    }

    private static Tag tag(String key, long value) {
        return Tag.builder().key(key).value(Long.toString(value)).build();
    }
}
