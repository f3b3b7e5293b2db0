package dev.pinflow.connect.rds.reading;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * Tells tables from other or changed ones in constant time: for each table its least and greatest key and a checksum of
 * its columns' names and types and of {@value #SAMPLES} rows spread evenly over its keys. A change to rows in between
 * goes unnoticed; to count or to read all rows at each start would take minutes for large tables.
 *
 * <p>As text, each table is {@code name=least..greatest#checksum}, and a blank stands between two of them.
 */
public final class TablesFingerprint {
    private static final int SAMPLES = 32;

    private final List<String> tables;

    private TablesFingerprint(List<String> tables) {
        this.tables = tables;
    }

    static TablesFingerprint of(List<TableReader> readers) throws SQLException {
        List<String> tables = new ArrayList<>();
        for (TableReader reader : readers) {
            tables.add(reader.shape().table().name() + "=" + describe(reader));
        }
        return new TablesFingerprint(tables);
    }

    private static String describe(TableReader reader) throws SQLException {
        CRC32 checksum = new CRC32();
        checksum.update(reader.shape().columns().toString().getBytes(StandardCharsets.UTF_8));
        Optional<long[]> bounds = reader.bounds();
        if (bounds.isPresent()) {
            addSamples(reader, bounds.get()[0], bounds.get()[1], checksum);
        }
        String range = bounds.map(keys -> keys[0] + ".." + keys[1]).orElse("empty");
        return range + "#" + Long.toHexString(checksum.getValue());
    }

    private static void addSamples(TableReader reader, long least, long greatest, CRC32 checksum) throws SQLException {
        try (PreparedStatement query = reader.checksums()) {
            for (int sample = 0; sample < SAMPLES; sample++) {
                // In this order the product cannot overflow for the ranges that can be posted.
                query.setLong(1, least + (greatest - least) / (SAMPLES - 1) * sample);
                try (ResultSet row = query.executeQuery()) {
                    if (row.next()) {
                        checksum.update((row.getLong(1) + ":" + row.getLong(2) + ";").getBytes(StandardCharsets.UTF_8));
                    }
                }
            }
        }
    }

    /** The names of the tables that are not as an earlier fingerprint says; empty if all are. */
    public List<String> changedSince(String earlier) {
        Set<String> known = new HashSet<>(Arrays.asList(earlier.split(" ")));
        return tables.stream()
                .filter(table -> !known.contains(table))
                .map(table -> table.substring(0, table.indexOf('=')))
                .toList();
    }

    @Override
    public String toString() {
        return String.join(" ", tables);
    }
}
