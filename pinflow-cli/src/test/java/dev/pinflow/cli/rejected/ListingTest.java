package dev.pinflow.cli.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pinflow.streams.cleaning.RejectedHeaders;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ListingTest {
    private final PrintStream terminal = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @BeforeEach
    void catchOutput() {
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseOutput() {
        System.setOut(terminal);
    }

    @Test
    void aTableTellsWhereEachRecordCameFromAndWhyItWasRejected() {
        Map<String, String> longer = Map.of(
                RejectedHeaders.FIELD,
                "",
                RejectedHeaders.REASON,
                "not-json",
                RejectedHeaders.MESSAGE,
                "a\n".repeat(99));
        assertThat(list(new TableListing(), Rejects.record(9, Map.of()), Rejects.record(10, longer)))
                .isEqualTo("""
                        topic       position  timestamp                 reason          field    attempt  message
                        user-x.geo  2:40      2023-11-14T22:13:20.123Z  missing-member  country  0        A geo record needs its country.
                        user-x.geo  2:40      2023-11-14T22:13:20.123Z  not-json                 0        %sa…
                        """.formatted("a ".repeat(49)));
    }

    @Test
    void manyRecordsAreSeveralTables() {
        TableListing listing = new TableListing();
        for (int offset = 0; offset < 1001; offset++) {
            listing.add(Rejects.record(offset, Map.of()));
        }
        assertThat(list(listing).lines())
                .hasSize(1001 + 3)
                .filteredOn(line -> line.startsWith("topic"))
                .hasSize(3);
    }

    @Test
    void aSummaryCountsByCause() {
        Map<String, String> other = Map.of(RejectedHeaders.FIELD, "ind");
        assertThat(list(
                        new SummaryListing(),
                        Rejects.record(9, Map.of()),
                        Rejects.record(10, other),
                        Rejects.record(11, Map.of())))
                .isEqualTo("""
                        topic       reason          field    records
                        user-x.geo  missing-member  country  2
                        user-x.geo  missing-member  ind      1
                        """);
    }

    @Test
    void valuesArePrintedByteByByte() {
        RejectedRecord broken = Rejects.record(9, new byte[] {(byte) 0xC3, '('}, Map.of());
        assertThat(list(new ValueListing(), broken, Rejects.record(10, null, Map.of())))
                .isEqualTo("\uFFFD(\n\n");
        assertThat(printed.toByteArray()).containsExactly(0xC3, '(', '\n', '\n');
    }

    private String list(Listing listing, RejectedRecord... records) {
        for (RejectedRecord record : records) {
            listing.add(record);
        }
        listing.end();
        System.out.flush();
        return printed.toString(StandardCharsets.UTF_8);
    }
}
