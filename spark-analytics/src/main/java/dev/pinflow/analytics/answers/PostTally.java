package dev.pinflow.analytics.answers;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.grouping_id;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.when;

import dev.pinflow.analytics.answers.Tally.Age;
import dev.pinflow.analytics.job.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Counts the posts with Spark: one pass for every grouping of few groups, then one each for posters and users. */
public final class PostTally {
    private static final int OUTSIDE = -1;

    private final Dataset<Row> posts;
    private final Rules rules;

    /** @param posts the rows of {@link dev.pinflow.analytics.posts.Posts#rows()} */
    public PostTally(Dataset<Row> posts, Rules rules) {
        this.posts = posts;
        this.rules = rules;
    }

    /** Runs the queries. */
    public Tally tally() {
        List<Tally.OfCountry> countries = new ArrayList<>();
        List<Tally.OfYear> years = new ArrayList<>();
        List<Tally.OfAge> ages = new ArrayList<>();
        List<Tally.OfFollowers> followers = new ArrayList<>();
        List<Row> largest = new ArrayList<>();
        for (Row row : groups().collectAsList()) {
            long n = row.getAs("posts");
            switch (Grouping.of(row.<Long>getAs("grouping"))) {
                case COUNTRY -> {
                    countries.add(new Tally.OfCountry(text(row, "country"), text(row, "category"), n));
                    largest.add(row);
                }
                case YEAR -> years.add(new Tally.OfYear(year(row, "post_year"), text(row, "category"), n));
                case AGE -> ages.add(new Tally.OfAge(age(row), text(row, "category"), n));
                case FOLLOWERS ->
                    followers.add(new Tally.OfFollowers(
                            age(row),
                            year(row, "join_year"),
                            Optional.ofNullable(row.<Integer>getAs("follower_count")),
                            n));
            }
        }
        return new Tally(countries, years, ages, followers, posters(LargestCount.perCountry(largest)), users());
    }

    /** The groupings of the one pass; what grouping_id says of each depends on the order of {@link #KEYS}. */
    private enum Grouping {
        COUNTRY("country", "category"),
        YEAR("post_year", "category"),
        AGE("age", "category"),
        FOLLOWERS("age", "join_year", "follower_count");

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<String> keys;

        Grouping(String... keys) {
            this.keys = List.of(keys);
        }

        /** One bit a key, the first key highest; set when the key is not part of the grouping. */
        long id() {
            long id = 0;
            for (String key : KEYS) {
                id = id * 2 + (keys.contains(key) ? 0 : 1);
            }
            return id;
        }

        static Grouping of(long id) {
            for (Grouping grouping : values()) {
                if (grouping.id() == id) {
                    return grouping;
                }
            }
            throw new IllegalArgumentException("No grouping has the id " + id + ".");
        }
    }

    private static final List<String> KEYS =
            List.of("country", "category", "post_year", "age", "join_year", "follower_count");

    private Dataset<Row> groups() {
        List<Seq<Column>> sets = new ArrayList<>();
        for (Grouping grouping : Grouping.values()) {
            sets.add(columns(grouping.keys));
        }
        Column[] keys = KEYS.stream().map(key -> col(key)).toArray(Column[]::new);
        // The maximum is taken of a twin: within a grouping set, a key that is not grouped by reads as null.
        return posts.withColumn("age", band())
                .withColumn("followers", col("follower_count"))
                .groupingSets(CollectionConverters.asScala(sets).toSeq(), keys)
                .agg(
                        grouping_id().as("grouping"),
                        count(lit(1)).as("posts"),
                        max("followers").as("largest"));
    }

    private static Seq<Column> columns(List<String> names) {
        List<Column> columns = new ArrayList<>();
        names.forEach(name -> columns.add(col(name)));
        return CollectionConverters.asScala(columns).toSeq();
    }

    private Column band() {
        Column age = col("age");
        Column band = when(age.isNull(), lit(null).cast("int"));
        for (int i = 0; i < rules.ages().size(); i++) {
            band = band.when(
                    age.between(rules.ages().get(i).from(), rules.ages().get(i).to()), i);
        }
        return band.otherwise(OUTSIDE);
    }

    private static String text(Row row, String column) {
        return row.getString(position(row, column));
    }

    private static int year(Row row, String column) {
        return row.getInt(position(row, column));
    }

    private static int position(Row row, String column) {
        int position = row.fieldIndex(column);
        if (row.isNullAt(position)) {
            throw new InputException("The curated topics hold records without " + column
                    + ", which the contract forbids: check that the sink writes every column, then run again.");
        }
        return position;
    }

    private static Age age(Row row) {
        Integer band = row.getAs("age");
        if (band == null) {
            return new Age.Unknown();
        }
        return band == OUTSIDE ? new Age.Outside() : new Age.Band(band);
    }

    /** Reads the posts again only through a filter of one row per country, so that nothing large is grouped. */
    private List<Tally.Poster> posters(List<Row> largest) {
        Dataset<Row> filter = posts.sparkSession().createDataFrame(largest, LargestCount.SCHEMA);
        return posts
                .select("country", "poster_name", "follower_count")
                .join(broadcast(filter), LargestCount.COLUMNS)
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> new Tally.Poster(
                        row.getAs("country"),
                        Optional.ofNullable(row.<String>getAs("poster_name")),
                        row.<Integer>getAs("follower_count")))
                .toList();
    }

    private List<Tally.UsersOfYear> users() {
        Column[] identity = switch (rules.identity()) {
            case FULL -> new Column[] {col("join_year"), col("user_name"), col("age"), col("date_joined")};
            case NAME -> new Column[] {col("join_year"), col("user_name")};
        };
        return posts.select(identity).distinct().groupBy("join_year").count().collectAsList().stream()
                .map(row -> new Tally.UsersOfYear(year(row, "join_year"), row.<Long>getAs("count")))
                .toList();
    }

    /** The largest follower count of each country, as rows to join with. */
    private static final class LargestCount {
        static final StructType SCHEMA =
                new StructType().add("country", DataTypes.StringType).add("follower_count", DataTypes.IntegerType);
        static final String[] COLUMNS = SCHEMA.fieldNames();

        private LargestCount() {}

        static List<Row> perCountry(List<Row> countries) {
            Map<String, Integer> largest = new TreeMap<>();
            for (Row row : countries) {
                Integer followers = row.getAs("largest");
                if (followers != null) {
                    largest.merge(row.getAs("country"), followers, Math::max);
                }
            }
            List<Row> rows = new ArrayList<>();
            largest.forEach((country, followers) -> rows.add(RowFactory.create(country, followers)));
            return rows;
        }
    }
}
