package dev.pinflow.analytics.posts;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.year;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * The posts: the three curated tables side by side, one row per {@code ind} that all three know.
 *
 * <p>All records of one {@code ind} meet in one grouping, which is at once the deduplication, the inner join and the
 * count of what matched nothing: each input is scanned once and everything moves through one shuffle.
 */
public final class Posts implements AutoCloseable {
    private final Dataset<Row> rows;
    private final Observation observation;

    private Posts(Dataset<Row> rows, Observation observation) {
        this.rows = rows;
        this.observation = observation;
    }

    /**
     * Plans the posts; the first query over {@link #rows()} reads the topics, keeps the narrow result, and later ones
     * read that.
     *
     * @param deduplicate whether only the record with the highest offset stands for its {@code ind}; otherwise every
     *     record of one table meets every record of the others, as in a plain join
     */
    public static Posts of(CuratedTopics topics, boolean deduplicate) {
        Observation observation = new Observation("census");
        Dataset<Row> grouped = grouped(topics, deduplicate).observe(observation, lines().get(0), rest(lines()));
        Dataset<Row> matched = grouped.filter(col(CuratedTable.KEY)
                .isNotNull()
                .and(col("pin_records").gt(0))
                .and(col("geo_records").gt(0))
                .and(col("user_records").gt(0)));
        Dataset<Row> posts = narrow(deduplicate ? matched : everyCombination(matched));
        return new Posts(posts.persist(StorageLevel.MEMORY_AND_DISK()), observation);
    }

    /**
     * Columns: category, poster_name, follower_count, country, post_year, user_name, age, date_joined, join_year; years
     * are UTC years.
     */
    public Dataset<Row> rows() {
        return rows;
    }

    /** What went into the posts. Valid after the first query over {@link #rows()}; waits for it otherwise. */
    public Census census() {
        Map<String, Object> observed = observed();
        Map<CuratedTable, Census.Table> tables = new EnumMap<>(CuratedTable.class);
        for (CuratedTable table : CuratedTable.values()) {
            String name = table.column();
            tables.put(
                    table,
                    new Census.Table(
                            name,
                            number(observed, name + "_records"),
                            number(observed, name + "_distinct"),
                            number(observed, name + "_conflicts"),
                            number(observed, name + "_distinct") - number(observed, "posts")));
        }
        return new Census(number(observed, "posts"), List.copyOf(tables.values()));
    }

    private Map<String, Object> observed() {
        try {
            return observation.getAsJava();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The job was interrupted before the posts were counted.", e);
        }
    }

    @Override
    public void close() {
        rows.unpersist();
    }

    private static Dataset<Row> grouped(CuratedTopics topics, boolean deduplicate) {
        List<Column> aggregates = new ArrayList<>();
        Dataset<Row> records = null;
        for (CuratedTable table : CuratedTable.values()) {
            Column record = col(table.column());
            Column fingerprint = col(table.column() + "_fingerprint");
            aggregates.add((deduplicate ? max(record) : collect_list(record)).as(table.column()));
            aggregates.add(count(record).as(table.column() + "_records"));
            aggregates.add(min(fingerprint).notEqual(max(fingerprint)).as(table.column() + "_conflict"));
            Dataset<Row> next = table.asRecords(topics.rows(table));
            records = records == null ? next : records.unionByName(next, true);
        }
        return Optional.ofNullable(records)
                .orElseThrow()
                // Keys hardly repeat within a task: grouping before the shuffle would only sort twice.
                .repartition(topics.shufflePartitions(), col(CuratedTable.KEY))
                .groupBy(CuratedTable.KEY)
                .agg(aggregates.get(0), rest(aggregates));
    }

    private static List<Column> lines() {
        List<Column> lines = new ArrayList<>();
        Column matched = lit(true);
        for (CuratedTable table : CuratedTable.values()) {
            String name = table.column();
            Column records = col(name + "_records");
            matched = matched.and(records.gt(0));
            lines.add(sum(records).as(name + "_records"));
            lines.add(sum(records.gt(0).cast("long")).as(name + "_distinct"));
            lines.add(sum(coalesce(col(name + "_conflict"), lit(false)).cast("long"))
                    .as(name + "_conflicts"));
        }
        lines.add(sum(matched.cast("long")).as("posts"));
        return lines;
    }

    private static Dataset<Row> everyCombination(Dataset<Row> matched) {
        Dataset<Row> rows = matched;
        for (CuratedTable table : CuratedTable.values()) {
            rows = rows.withColumn(table.column(), explode(col(table.column())));
        }
        return rows;
    }

    private static Dataset<Row> narrow(Dataset<Row> matched) {
        List<Column> columns = new ArrayList<>();
        for (CuratedTable table : CuratedTable.values()) {
            columns.addAll(table.unpacked());
        }
        return matched.select(columns.toArray(Column[]::new))
                .withColumn("post_year", year(col("timestamp")))
                .withColumn("join_year", year(col("date_joined")))
                .drop("timestamp");
    }

    private static Column[] rest(List<Column> columns) {
        return columns.subList(1, columns.size()).toArray(Column[]::new);
    }

    private static long number(Map<String, Object> observed, String name) {
        return observed.get(name) instanceof Number number ? number.longValue() : 0;
    }
}
