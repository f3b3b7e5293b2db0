package dev.pinflow.benchmarks.rds.floor;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.errors.ConnectException;
import org.apache.kafka.connect.source.SourceRecord;
import org.apache.kafka.connect.source.SourceTask;

/** Emits prebuilt values: in each poll 512 times one record for each topic, until all have been emitted. */
public final class FloorTask extends SourceTask {
    private static final int VALUES = 1000;
    private static final int BATCH = 512;
    private static final Map<String, String> PARTITION = Map.of("floor", "0");

    private final CountDownLatch stopped = new CountDownLatch(1);
    private final List<String> topics = new ArrayList<>();
    private final List<List<SchemaAndValue>> values = new ArrayList<>();
    private long postings;
    private long next;

    @Override
    public void start(Map<String, String> options) {
        AbstractConfig config = new AbstractConfig(new FloorConnector().config(), options, false);
        Form form = Form.valueOf(config.getString(FloorConnector.FORM));
        postings = config.getLong(FloorConnector.POSTINGS);
        try (Connection connection = DriverManager.getConnection(
                config.getString(FloorConnector.URL) + "?useServerPrepStmts=true",
                config.getString(FloorConnector.USER),
                config.getString(FloorConnector.PASSWORD))) {
            for (String table : config.getList(FloorConnector.TABLES)) {
                String[] names = table.split(":", 2);
                topics.add(config.getString(FloorConnector.TOPIC_PREFIX) + "." + names[0]);
                values.add(read(connection, names[1], form));
            }
        } catch (SQLException e) {
            throw new ConnectException(e);
        }
    }

    private static List<SchemaAndValue> read(Connection connection, String table, Form form) throws SQLException {
        List<SchemaAndValue> read = new ArrayList<>(VALUES);
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " LIMIT " + VALUES)) {
            ResultSetMetaData columns = rows.getMetaData();
            while (rows.next()) {
                Map<String, Object> row = new LinkedHashMap<>();
                for (int column = 1; column <= columns.getColumnCount(); column++) {
                    Object value = rows.getObject(column);
                    boolean isTime = value instanceof LocalDateTime;
                    row.put(
                            columns.getColumnName(column),
                            isTime ? DateTimeFormatter.ISO_LOCAL_DATE_TIME.format((LocalDateTime) value) : value);
                }
                read.add(form.value(row));
            }
        }
        return read;
    }

    @Override
    public List<SourceRecord> poll() throws InterruptedException {
        if (next >= postings) {
            stopped.await(100, TimeUnit.MILLISECONDS);
            return null;
        }
        List<SourceRecord> records = new ArrayList<>(BATCH * topics.size());
        for (long end = Math.min(postings, next + BATCH); next < end; next++) {
            Map<String, Long> offset = Map.of("next", next + 1);
            String key = Long.toString(next);
            for (int topic = 0; topic < topics.size(); topic++) {
                List<SchemaAndValue> prebuilt = values.get(topic);
                SchemaAndValue value = prebuilt.get((int) (next % prebuilt.size()));
                records.add(new SourceRecord(
                        PARTITION,
                        offset,
                        topics.get(topic),
                        null,
                        Schema.STRING_SCHEMA,
                        key,
                        value.schema(),
                        value.value()));
            }
        }
        return records;
    }

    @Override
    public void stop() {
        stopped.countDown();
    }

    @Override
    public String version() {
        return "1";
    }
}
