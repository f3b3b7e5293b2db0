package dev.pinflow.connect.rds.feed;

import dev.pinflow.connect.rds.offset.Strides;
import dev.pinflow.connect.rds.reading.OpenTables;
import dev.pinflow.connect.rds.reading.TableReader;
import dev.pinflow.connect.rds.sampling.PostingOrder;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Looks the rows of postings up by key, many postings in one query a table: for any order. */
final class LookUpFeed extends PostingFeed {
    private final PostingOrder order;

    LookUpFeed(OpenTables tables, Strides strides, PostingOrder order, long length) {
        super(tables, strides, length);
        this.order = order;
    }

    @Override
    public List<Posting> next(int atMost) throws SQLException {
        long[] numbers = strides.peek(atMost, length);
        long[] positions = Arrays.stream(numbers).map(order::positionOf).toArray();
        List<Map<Long, Object>> rows = rows(Arrays.stream(positions).distinct().toArray());
        List<Posting> postings = new ArrayList<>(numbers.length);
        for (int i = 0; i < numbers.length; i++) {
            Object[] values = new Object[rows.size()];
            boolean found = false;
            for (int table = 0; table < values.length; table++) {
                values[table] = rows.get(table).get(positions[i]);
                found |= values[table] != null;
            }
            strides.done(numbers[i]);
            if (found) {
                postings.add(new Posting(numbers[i], positions[i], Arrays.asList(values)));
            } else {
                countEmpty(1);
            }
        }
        return postings;
    }

    private List<Map<Long, Object>> rows(long[] keys) throws SQLException {
        List<Map<Long, Object>> rows = new ArrayList<>();
        for (TableReader reader : tables.readers()) {
            rows.add(reader.lookUp(keys));
        }
        return rows;
    }

    @Override
    public boolean isStale() {
        return false;
    }
}
