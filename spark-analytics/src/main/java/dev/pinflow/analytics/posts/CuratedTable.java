package dev.pinflow.analytics.posts;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.xxhash64;

import dev.pinflow.contract.Entity;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The columns that the reports read of each curated topic; everything else stays in the objects. The contract's section
 * 4 defines them, and the sink adds {@code _partition} and {@code _offset}.
 */
enum CuratedTable {
    PIN(
            Entity.PIN,
            new StructType()
                    .add("category", DataTypes.StringType)
                    .add("poster_name", DataTypes.StringType)
                    .add("follower_count", DataTypes.IntegerType)),
    GEO(Entity.GEO, new StructType().add("country", DataTypes.StringType).add("timestamp", DataTypes.TimestampType)),
    USER(
            Entity.USER,
            new StructType()
                    .add("user_name", DataTypes.StringType)
                    .add("age", DataTypes.IntegerType)
                    .add("date_joined", DataTypes.TimestampType));

    static final String KEY = "ind";

    private final Entity entity;

    @SuppressWarnings("ImmutableEnumChecker") // a StructType grows by copies
    private final StructType contents;

    CuratedTable(Entity entity, StructType contents) {
        this.entity = entity;
        this.contents = contents;
    }

    Entity entity() {
        return entity;
    }

    /** The table's name in the joined rows: {@code pin}, {@code geo} or {@code user}. */
    String column() {
        return entity.suffix();
    }

    StructType schema() {
        StructType schema = new StructType()
                .add(KEY, DataTypes.IntegerType)
                .add("_partition", DataTypes.IntegerType)
                .add("_offset", DataTypes.LongType);
        for (int i = 0; i < contents.size(); i++) {
            schema = schema.add(contents.apply(i));
        }
        return schema;
    }

    /**
     * One column for the whole record, ordered as records supersede each other: by offset, and by everything else only
     * so that the choice never depends on the order of reading.
     */
    Dataset<Row> asRecords(Dataset<Row> rows) {
        Column[] record = Stream.concat(Stream.of("_offset", "_partition"), names().stream())
                .map(rows::col)
                .toArray(Column[]::new);
        return rows.select(
                rows.col(KEY), struct(record).as(column()), fingerprint(rows).as(column() + "_fingerprint"));
    }

    /** The record's own columns out of the joined rows. */
    List<Column> unpacked() {
        return names().stream()
                .map(name -> col(column()).getField(name).as(name))
                .toList();
    }

    private List<String> names() {
        return List.of(contents.fieldNames());
    }

    /** Equal exactly when all contents are; the hash alone skips nulls, so that (null, a) would equal (a, null). */
    private Column fingerprint(Dataset<Row> rows) {
        return xxhash64(names().stream()
                .flatMap(name -> Stream.of(rows.col(name), rows.col(name).isNull()))
                .toArray(Column[]::new));
    }
}
