package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.RowFormat;
import dev.pinflow.connect.rds.reading.TableShape;

/** The forms that record values can have. */
public enum ValueFormat implements RowFormat {
    /** Structs with a schema made of the table's columns: for any converter that writes schemas. */
    STRUCT {
        @Override
        public RowDecoder decoder(TableShape table) {
            return new StructDecoder(table);
        }
    },
    /** Finished JSON bytes: fastest, for ByteArrayConverter alone. */
    JSON {
        @Override
        public RowDecoder decoder(TableShape table) {
            return new JsonDecoder(table);
        }
    }
}
