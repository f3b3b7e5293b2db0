package dev.pinflow.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TableTest {
    @Test
    void alignsTextLeftAndNumbersRight() {
        Table table = new Table("topic", "records");
        table.row("pin", "5");
        table.row("geolocation", "11,154");
        assertThat(table.render()).isEqualTo("""
                        topic        records
                        pin                5
                        geolocation   11,154
                        """);
    }
}
