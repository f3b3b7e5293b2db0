package dev.pinflow.connect.s3.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.connect.errors.DataException;
import org.joda.time.DateTimeZone;
import org.joda.time.format.DateTimeFormat;
import org.joda.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimePartitionerTest {
    private static final String PATTERN = "'dt'=YYYY-MM-dd/'h'=HH";
    private static final List<String> ZONES =
            List.of("UTC", "Asia/Kolkata", "Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "+05:45");

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        // Both half hours of a local hour, in a zone half an hour off.
        "Asia/Kolkata, 3600000, 2025-01-01T00:00:00Z, dt=2025-01-01/h=05",
        "Asia/Kolkata, 3600000, 2025-01-01T00:30:00Z, dt=2025-01-01/h=06",
        "UTC, 3600000, 2024-12-31T23:59:59.999Z, dt=2024-12-31/h=23",
        // The year is not that of the week: 2024-12-30 is in the first week of 2025.
        "UTC, 86400000, 2024-12-30T12:00:00Z, dt=2024-12-30/h=00",
        "Europe/Paris, 86400000, 2024-12-31T23:00:00Z, dt=2025-01-01/h=00",
        "UTC, 21600000, 2025-01-01T17:00:00Z, dt=2025-01-01/h=12",
        // Before 1970, too, a bucket contains what it is named by.
        "UTC, 86400000, 1969-12-31T23:00:00Z, dt=1969-12-31/h=00",
        // The hour that the clock skips, and both runs of the one that it repeats.
        "Europe/Paris, 3600000, 2025-03-30T01:00:00Z, dt=2025-03-30/h=03",
        "Europe/Paris, 3600000, 2025-10-26T00:30:00Z, dt=2025-10-26/h=02",
        "Europe/Paris, 3600000, 2025-10-26T01:30:00Z, dt=2025-10-26/h=02",
        // Midnight does not exist on this day.
        "America/Sao_Paulo, 86400000, 2018-11-04T12:00:00Z, dt=2018-11-04/h=01",
    })
    void setsTimesBackToTheBeginOfTheirBucket(String zone, String duration, Instant time, String folder) {
        assertThat(time(Map.of("timezone", zone, "partition.duration.ms", duration))
                        .encode(Partitions.at(time.toEpochMilli()), 0))
                .isEqualTo(folder);
    }

    @Test
    void hasFixedFoldersForDaysAndHours() {
        long time = Instant.parse("2025-01-31T10:15:30Z").toEpochMilli();
        assertThat(named("DailyPartitioner", "/").encode(Partitions.at(time), 0))
                .isEqualTo("year=2025/month=01/day=31");
        assertThat(named("HourlyPartitioner", "/").encode(Partitions.at(time), 0))
                .isEqualTo("year=2025/month=01/day=31/hour=10");
        assertThat(named("HourlyPartitioner", "'d'").encode(Partitions.at(time), 0))
                .isEqualTo("year=2025'd'month=01'd'day=31'd'hour=10");
    }

    @Test
    void dropsOneTrailingDelimiter() {
        assertThat(time(Map.of("path.format", "YYYY/MM/")).encode(Partitions.at(0), 0))
                .isEqualTo("1970/01");
    }

    @ParameterizedTest
    @CsvSource({"en-US, January", "en, January", "de-DE, Januar", "fr_FR, janvier"})
    void showsNamesInTheLocale(String locale, String month) {
        assertThat(time(Map.of("path.format", "MMMM", "locale", locale)).encode(Partitions.at(0), 0))
                .isEqualTo(month);
    }

    @Test
    void goesByTheWallClockOfThePutUnlessToldOtherwise() {
        Map<String, String> options = new HashMap<>(Map.of(
                "partitioner.class", "daily", "timezone", "UTC", "locale", "en", "timestamp.extractor", "Wallclock"));
        assertThat(Partitions.partitioner(options).encode(Partitions.at(0), 86_400_000))
                .isEqualTo("year=1970/month=01/day=02");
    }

    @Test
    void setsFieldsBeforeTheTime() {
        Partitioner partitioner = time(Map.of("partitioner.class", "field-and-time", "partition.field.name", "a,b"));
        assertThat(partitioner.encode(Partitions.at(0, Map.of("a", 1, "b", "x")), 0))
                .isEqualTo("a=1/b=x/dt=1970-01-01/h=00");
        assertThat(partitioner.encode(Partitions.at(3_600_000, Map.of("a", 1, "b", "x")), 0))
                .isEqualTo("a=1/b=x/dt=1970-01-01/h=01");
    }

    @Property
    void refusesTimesThatCannotBeShownAsDamagedRecords(@ForAll long time) {
        try {
            assertThat(time(Map.of()).encode(Partitions.at(time), 0)).startsWith("dt=");
        } catch (DataException e) {
            assertThat(e).hasMessageContaining("timestamp.field");
        }
    }

    @Test
    void refusesTimesBeyondAllCalendars() {
        assertThatThrownBy(() -> time(Map.of()).encode(Partitions.at(Long.MIN_VALUE), 0))
                .isInstanceOf(DataException.class);
    }

    @Property
    void answersAsTheFormulaDoesWhateverCameBefore(
            @ForAll("zones") String zone, @ForAll("durations") long duration, @ForAll("times") List<Long> times) {
        DateTimeZone joda = DateTimeZone.forID(zone);
        DateTimeFormatter format =
                DateTimeFormat.forPattern("YYYY-MM-dd'T'HH:mm:ss.SSS").withZone(joda);
        TimeFolders folders = new TimeFolders(format, duration);
        for (long time : times) {
            long local = Math.floorDiv(joda.convertUTCToLocal(time), duration) * duration;
            assertThat(folders.of(time)).isEqualTo(format.print(joda.convertLocalToUTC(local, false)));
        }
    }

    @Provide
    Arbitrary<String> zones() {
        return Arbitraries.of(ZONES);
    }

    @Provide
    Arbitrary<Long> durations() {
        return Arbitraries.oneOf(
                Arbitraries.of(1_000L, 60_000L, 1_800_000L, 3_600_000L, 21_600_000L, 86_400_000L, 2_592_000_000L),
                Arbitraries.longs().between(1, 100_000_000_000L));
    }

    /** Days around a change of clocks in Paris, Lord Howe and São Paulo, and any time. */
    @Provide
    Arbitrary<List<Long>> times() {
        List<Long> changes = List.of(1_743_296_400_000L, 1_761_440_400_000L, 1_743_865_200_000L, 1_541_300_400_000L);
        Arbitrary<Long> near = Arbitraries.of(changes)
                .flatMap(change -> Arbitraries.longs().between(change - 100_000_000, change + 100_000_000));
        return Arbitraries.oneOf(near, near, Arbitraries.longs().between(-4_000_000_000_000L, 4_000_000_000_000L))
                .list()
                .ofMaxSize(60);
    }

    private static Partitioner named(String partitioner, String delimiter) {
        return Partitions.partitioner(Map.of(
                "partitioner.class",
                "io.confluent.connect.storage.partitioner." + partitioner,
                "timestamp.extractor",
                "Record",
                "timezone",
                "UTC",
                "locale",
                "en",
                "directory.delim",
                delimiter));
    }

    private static Partitioner time(Map<String, String> more) {
        Map<String, String> options = new HashMap<>(Map.of(
                "partitioner.class",
                "io.confluent.connect.storage.partitioner.TimeBasedPartitioner",
                "path.format",
                PATTERN,
                "partition.duration.ms",
                "3600000",
                "timezone",
                "UTC",
                "locale",
                "en",
                "timestamp.extractor",
                "Record"));
        options.putAll(more);
        return Partitions.partitioner(options);
    }
}
