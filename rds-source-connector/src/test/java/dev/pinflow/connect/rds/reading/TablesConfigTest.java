package dev.pinflow.connect.rds.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TablesConfigTest {
    private static TablesConfig parse(Map<String, String> options) {
        ConfigDef def = new ConfigDef();
        TablesConfig.define(def);
        return TablesConfig.of(new AbstractConfig(def, options, false));
    }

    @Test
    void readsTheThreeTablesOfPostsByDefault() {
        assertThat(parse(Map.of()))
                .isEqualTo(new TablesConfig(
                        List.of(
                                new PostingTable("pin", "pinterest_data", "index"),
                                new PostingTable("geo", "geolocation_data", "ind"),
                                new PostingTable("user", "user_data", "ind")),
                        512,
                        MissingRow.SKIP,
                        TableChange.WARN));
    }

    @Test
    void takesEveryOption() {
        assertThat(parse(Map.of(
                        "tables", "a:`odd` table:key,a.b:c:d",
                        "columns", "a.title, a.b.x, a.c",
                        "batch.max.postings", "7",
                        "on.missing.row", "fail",
                        "on.table.change", "ignore")))
                .isEqualTo(new TablesConfig(
                        List.of(
                                new PostingTable("a", "`odd` table", "key", List.of("title", "c")),
                                new PostingTable("a.b", "c", "d", List.of("x"))),
                        7,
                        MissingRow.FAIL,
                        TableChange.IGNORE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pin", "pin:table", "pin:table:", ":table:key", "p n:table:key", "a:b:c:d", "a:b:c,a:d:e"})
    void refusesOtherForms(String tables) {
        assertThatThrownBy(() -> parse(Map.of("tables", tables)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"title", "pin", "pin.", ".title", "pins.title", "pin:title"})
    void refusesColumnsOfNoTable(String columns) {
        assertThatThrownBy(() -> parse(Map.of("columns", columns)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("columns")
                .hasMessageContaining("pin, geo, user");
    }

    @Test
    void quotesWhateverATableIsCalled() {
        TableShape shape = new TableShape(
                new PostingTable("a", "odd`table", "in dex"),
                List.of(new Column("in dex", ColumnType.INT64, 0, false), new Column("b`c", ColumnType.TEXT, 0, true)),
                0);

        assertThat(shape.lookUp(2)).isEqualTo("SELECT `in dex`, `b``c` FROM `odd``table` WHERE `in dex` IN (?, ?)");
        assertThat(shape.keyRange()).isEqualTo("SELECT MIN(`in dex`), MAX(`in dex`) FROM `odd``table`");
        assertThat(shape.page(0))
                .isEqualTo("SELECT `in dex`, `b``c` FROM `odd``table` WHERE `in dex` BETWEEN ? AND ? "
                        + "ORDER BY `in dex` LIMIT ?");
        assertThat(shape.page(2)).contains(" AND MOD(`in dex` - ?, ?) IN (?, ?) ORDER BY ");
    }
}
