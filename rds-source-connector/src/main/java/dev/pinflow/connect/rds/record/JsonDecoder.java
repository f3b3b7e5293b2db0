package dev.pinflow.connect.rds.record;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.io.SerializedString;
import dev.pinflow.connect.rds.reading.Column;
import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.TableShape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.kafka.connect.data.Schema;

/** Rows as compact JSON objects in UTF-8, with the table's columns as members in table order. */
final class JsonDecoder implements RowDecoder {
    private static final int USUAL_BYTES = 1024;

    /** The fast writer is also the one that finds the shortest decimal; the JDK's does not always before 19. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private final SerializableString[] names;
    private final JsonColumn[] columns;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_BYTES);
    private final JsonGenerator json;

    JsonDecoder(TableShape table, TypesConfig types) {
        List<Column> shape = table.columns();
        names = shape.stream()
                .map(column -> new SerializedString(column.name()))
                .toArray(SerializableString[]::new);
        columns = shape.stream().map(column -> JsonColumn.of(column, types)).toArray(JsonColumn[]::new);
        try {
            json = FACTORY.createGenerator(bytes, JsonEncoding.UTF8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        json.setRootValueSeparator(null);
    }

    @Override
    public Schema schema() {
        return Schema.BYTES_SCHEMA;
    }

    @Override
    public byte[] decode(ResultSet row) throws SQLException {
        try {
            json.writeStartObject();
            for (int i = 0; i < columns.length; i++) {
                json.writeFieldName(names[i]);
                columns[i].write(row, i + 1, json);
            }
            json.writeEndObject();
            json.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing JSON to memory failed.", impossible);
        }
        byte[] value = bytes.toByteArray();
        bytes.reset();
        return value;
    }
}
