package dev.pinflow.cli.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads one line as a row of a table, by the rules that {@link PostSource#folder} states. */
final class RowParser {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final SourceTable table;

    RowParser(SourceTable table) {
        this.table = table;
    }

    /** @throws InvalidRowException when the line is no row of the table */
    TableRow parse(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new InvalidRowException("is not a JSON object: write one row a line as {\"" + table.keyColumn()
                        + "\": 0, \"" + table.columns().get(1) + "\": …}");
            }
            TableRow row = row(parser);
            if (parser.nextToken() != null) {
                throw new InvalidRowException("goes on after the JSON object: write one row a line");
            }
            return row;
        } catch (JsonProcessingException e) {
            throw new InvalidRowException(
                    "is not JSON at column " + e.getLocation().getColumnNr() + ": "
                            + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TableRow row(JsonParser parser) throws IOException {
        Object[] cells = new Object[table.columns().size()];
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String column = parser.currentName();
            int place = table.columns().indexOf(column);
            if (place < 0) {
                throw new InvalidRowException("has the column '" + column + "', which " + table.tableName()
                        + " has not: its columns are " + String.join(", ", table.columns()));
            }
            parser.nextToken();
            cells[place] = CellReader.read(parser, column, table.types().get(place));
        }
        if (cells[0] == null) {
            throw new InvalidRowException("has no '" + table.keyColumn() + "': give each row the index of its post");
        }
        return TableRow.of(cells);
    }
}
