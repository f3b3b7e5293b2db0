package dev.pinflow.connect.rds.reading;

import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.config.ConfigDef.Width;
import org.apache.kafka.common.config.ConfigException;

/**
 * The options that decide what is read.
 *
 * @param tables the tables that make up a posting, in the order in which their records leave
 * @param batchPostings how many postings are looked up at once, at most
 * @param onMissingRow what becomes of a posting that has rows in some of the tables only
 * @param onTableChange what happens when the tables have changed since the stored offsets were posted
 */
public record TablesConfig(
        List<PostingTable> tables, int batchPostings, MissingRow onMissingRow, TableChange onTableChange) {
    public static final String TABLES = "tables";
    public static final String COLUMNS = "columns";
    public static final String BATCH_POSTINGS = "batch.max.postings";
    public static final String ON_MISSING_ROW = "on.missing.row";
    public static final String ON_TABLE_CHANGE = "on.table.change";

    private static final String GROUP = "Tables";
    private static final String DEFAULT_TABLES = "pin:pinterest_data:index,geo:geolocation_data:ind,user:user_data:ind";
    private static final String TABLES_DOC = "The tables that make up a posting, comma separated, each as "
            + "name:table:key column. The name is the last part of the table's topic; the key column must be of an "
            + "integer type and should have a unique index.";
    private static final String COLUMNS_DOC = "The columns to post, comma separated, each as name.column, such as "
            + "pin.title. A table that is not named is posted with all of its columns; key columns are always posted.";
    private static final String BATCH_DOC = "How many postings are read at once and leave in one poll, at most. The "
            + "connector reads fewer while the database needs more than about a tenth of a second for them.";
    private static final String MISSING_DOC = "What becomes of a posting that has rows in some of the tables only: "
            + "`skip` leaves it out as a whole and counts it, `fail` fails the task. A key without a row in any "
            + "table is never an error.";
    private static final String CHANGE_DOC = "What happens when the tables are no longer those from which the stored "
            + "offsets were posted: `warn` logs it, `fail` fails the task, `ignore` does not look. Compared are column "
            + "names and types, least and greatest keys and the contents of 32 rows spread over each table.";

    public static void define(ConfigDef def) {
        def.define(
                TABLES,
                ConfigDef.Type.LIST,
                DEFAULT_TABLES,
                ConfigDef.LambdaValidator.with(
                        TablesConfig::check, () -> "name:table:key column, comma separated, no name twice"),
                Importance.MEDIUM,
                TABLES_DOC,
                GROUP,
                1,
                Width.LONG,
                "Tables");
        def.define(
                COLUMNS, ConfigDef.Type.LIST, List.of(), Importance.LOW, COLUMNS_DOC, GROUP, 2, Width.LONG, "Columns");
        def.define(
                BATCH_POSTINGS,
                ConfigDef.Type.INT,
                512,
                ConfigDef.Range.between(1, 8192),
                Importance.LOW,
                BATCH_DOC,
                GROUP,
                3,
                Width.SHORT,
                "Postings per read");
        def.define(
                ON_MISSING_ROW,
                ConfigDef.Type.STRING,
                "skip",
                ValidString.in("skip", "fail"),
                Importance.MEDIUM,
                MISSING_DOC,
                GROUP,
                4,
                Width.SHORT,
                "On a missing row");
        def.define(
                ON_TABLE_CHANGE,
                ConfigDef.Type.STRING,
                "warn",
                ValidString.in("warn", "fail", "ignore"),
                Importance.LOW,
                CHANGE_DOC,
                GROUP,
                5,
                Width.SHORT,
                "On changed tables");
    }

    public static TablesConfig of(AbstractConfig config) {
        return new TablesConfig(
                ColumnLists.apply(parse(config.getList(TABLES)), config.getList(COLUMNS)),
                config.getInt(BATCH_POSTINGS),
                MissingRow.valueOf(config.getString(ON_MISSING_ROW).toUpperCase(Locale.ROOT)),
                TableChange.valueOf(config.getString(ON_TABLE_CHANGE).toUpperCase(Locale.ROOT)));
    }

    private static void check(String name, Object value) {
        parse(value instanceof List<?> entries ? entries : List.of());
    }

    private static List<PostingTable> parse(List<?> entries) {
        List<PostingTable> tables = entries.stream()
                .map(entry -> PostingTable.parse((String) entry))
                .toList();
        if (tables.isEmpty()) {
            throw new ConfigException(TABLES, entries, "must name at least one table as name:table:key column.");
        }
        if (tables.stream().map(PostingTable::name).distinct().count() < tables.size()) {
            throw new ConfigException(TABLES, entries, "must not use a name twice, because each name is a topic's.");
        }
        return tables;
    }
}
