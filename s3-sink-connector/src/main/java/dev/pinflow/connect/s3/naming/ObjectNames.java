package dev.pinflow.connect.s3.naming;

import org.apache.kafka.connect.sink.SinkRecord;

/**
 * The grammar of object keys:
 * {@code <topicsDir>/<topic>/<encodedPartition>/<topic>+<kafkaPartition>+<zero-padded offset><extension>}.
 *
 * @param topicsDir first element; when it is blank the element and its delimiter vanish
 * @param directoryDelimiter joins the elements, {@code /} above
 * @param fileDelimiter joins the parts of the last element, {@code +} above
 * @param offsetWidth least number of digits of the offset, 0 for no padding
 */
public record ObjectNames(String topicsDir, String directoryDelimiter, String fileDelimiter, int offsetWidth) {
    /** The folder that records of this topic and encoded partition share, without a delimiter at its end. */
    public String folder(String topic, String encodedPartition) {
        String below = topic + directoryDelimiter + encodedPartition;
        return topicsDir.isBlank() ? below : topicsDir + directoryDelimiter + below;
    }

    /**
     * The key, without extension, of the object that this record opens. Topic, partition and offset are the record's
     * own, as transforms left them.
     */
    public String base(String folder, SinkRecord first) {
        return folder
                + directoryDelimiter
                + first.topic()
                + fileDelimiter
                + first.kafkaPartition()
                + fileDelimiter
                + padded(first.kafkaOffset());
    }

    private String padded(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(Math.max(0, offsetWidth - digits.length())) + digits;
    }
}
