package dev.pinflow.analytics.posts;

import dev.pinflow.analytics.job.InputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The objects of one curated topic.
 *
 * @param path the topic's folder
 * @param objects how many Parquet objects lie below it, at least one
 * @param bytes their size together
 */
record TopicFolder(Path path, int objects, long bytes) {
    static final String GLOB = "*.parquet";

    /** @throws InputException when the folder is missing, has no Parquet object or cannot be listed */
    static TopicFolder list(Path path, Configuration hadoop) {
        int objects = 0;
        long bytes = 0;
        try {
            FileSystem files = path.getFileSystem(hadoop);
            RemoteIterator<LocatedFileStatus> found = files.listFiles(path, true);
            while (found.hasNext()) {
                LocatedFileStatus file = found.next();
                if (isRecordObject(file.getPath())) {
                    objects++;
                    bytes += file.getLen();
                }
            }
        } catch (FileNotFoundException e) {
            throw new InputException(
                    "There is no topic folder " + path + ": check --input and --user-id, and that the sink has run.",
                    e);
        } catch (IOException e) {
            throw new InputException(
                    "The topic folder " + path + " cannot be listed (" + rootMessage(e)
                            + "): check --input, --s3-endpoint and the keys.",
                    e);
        }
        if (objects == 0) {
            throw new InputException("The topic folder " + path
                    + " holds no Parquet object: run the sink until it has written one, or check --input.");
        }
        return new TopicFolder(path, objects, bytes);
    }

    /** Spark itself passes over names that begin with '_' or '.'. */
    private static boolean isRecordObject(Path file) {
        String name = file.getName();
        return name.endsWith(".parquet") && !name.startsWith("_") && !name.startsWith(".");
    }

    /** S3A repeats the bucket and the call at each layer; the innermost says what went wrong. */
    private static String rootMessage(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getMessage();
    }
}
