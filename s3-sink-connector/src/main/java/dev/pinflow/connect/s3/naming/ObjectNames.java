package dev.pinflow.connect.s3.naming;

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

    /** What the keys of a topic's objects begin with, whatever their encoded partition: the delimiter included. */
    public String topicFolder(String topic) {
        return folder(topic, "");
    }

    /** What the last element of the keys of a topic partition's objects begins with. */
    public String family(String topic, int partition) {
        return topic + fileDelimiter + partition + fileDelimiter;
    }

    /**
     * The key, without extension, of an object. Topic, partition and offset are those of its first record, as transforms
     * left them.
     */
    public String base(String folder, String topic, int partition, long offset) {
        return folder + directoryDelimiter + family(topic, partition) + padded(offset);
    }

    private String padded(long offset) {
        String digits = Long.toString(offset);
        return "0".repeat(Math.max(0, offsetWidth - digits.length())) + digits;
    }
}
