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
                        MissingRow.SKIP));
    }

    @Test
    void takesEveryOption() {
        assertThat(parse(Map.of("tables", "a:`odd` table:key", "batch.max.postings", "7", "on.missing.row", "fail")))
                .isEqualTo(new TablesConfig(List.of(new PostingTable("a", "`odd` table", "key")), 7, MissingRow.FAIL));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "pin", "pin:table", "pin:table:", ":table:key", "p n:table:key", "a:b:c:d", "a:b:c,a:d:e"})
    void refusesOtherForms(String tables) {
        assertThatThrownBy(() -> parse(Map.of("tables", tables)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("tables");
    }

    @Test
    void quotesWhateverATableIsCalled() {
        TableShape shape = new TableShape(
                new PostingTable("a", "odd`table", "in dex"),
                List.of(new Column("in dex", ColumnType.INT64, 0, false), new Column("b`c", ColumnType.TEXT, 0, true)),
                0);

        assertThat(shape.lookUp(2)).isEqualTo("SELECT `in dex`, `b``c` FROM `odd``table` WHERE `in dex` IN (?, ?)");
        assertThat(shape.keyRange()).isEqualTo("SELECT MIN(`in dex`), MAX(`in dex`) FROM `odd``table`");
    }
}
