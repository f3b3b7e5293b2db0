package dev.pinflow.connect.s3.upload;

/**
 * All objects of a topic partition.
 *
 * @param folder what their keys begin with
 * @param delimiter what comes before the last element of a key
 * @param name what that last element begins with
 */
public record ObjectFamily(String folder, String delimiter, String name) {
    boolean has(String key) {
        return key.startsWith(folder)
                && key.substring(key.lastIndexOf(delimiter) + delimiter.length())
                        .startsWith(name);
    }
}
