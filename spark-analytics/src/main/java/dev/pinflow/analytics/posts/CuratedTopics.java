package dev.pinflow.analytics.posts;

import dev.pinflow.analytics.job.InputException;
import dev.pinflow.contract.Topics;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The three curated topics of one user, as the sink lays them out: {@code INPUT/TOPIC/partition=N/*.parquet}. */
public final class CuratedTopics {
    private static final Logger LOG = LoggerFactory.getLogger(CuratedTopics.class);
    /** Objects hold some ten bytes of needed columns for thirty of others: a task then gets a few MB to sort. */
    private static final long BYTES_PER_PARTITION = 8L << 20;

    private final SparkSession session;
    private final Map<CuratedTable, TopicFolder> folders;

    private CuratedTopics(SparkSession session, Map<CuratedTable, TopicFolder> folders) {
        this.session = session;
        this.folders = folders;
    }

    /**
     * Lists the topics; reads no object yet.
     *
     * @param input the folder that holds the topics' folders: {@code s3a://BUCKET/topics}, or a local one
     * @throws InputException when a topic is missing or empty
     */
    public static CuratedTopics at(SparkSession session, String input, Topics topics) {
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        Map<CuratedTable, TopicFolder> folders = new EnumMap<>(CuratedTable.class);
        for (CuratedTable table : CuratedTable.values()) {
            folders.put(table, TopicFolder.list(new Path(input, topics.curated(table.entity())), hadoop));
        }
        LOG.info(
                "Reading {} bytes in {}",
                folders.values().stream().mapToLong(TopicFolder::bytes).sum(),
                folders.values().stream()
                        .map(folder -> folder.path().getName() + " (" + folder.objects() + " objects)")
                        .collect(Collectors.joining(", ")));
        return new CuratedTopics(session, folders);
    }

    /** How many tasks a shuffle of this input deserves; Spark's own default of 200 costs seconds on small input. */
    public int shufflePartitions() {
        long bytes = folders.values().stream().mapToLong(TopicFolder::bytes).sum();
        return (int) Math.min(2_000, 1 + bytes / BYTES_PER_PARTITION);
    }

    Dataset<Row> rows(CuratedTable table) {
        return session.read()
                .schema(table.schema())
                // The directory's partition=N repeats _partition.
                .option("recursiveFileLookup", true)
                .option("pathGlobFilter", TopicFolder.GLOB)
                .parquet(folders.get(table).path().toString());
    }
}
