package dev.pinflow.connect.rds.record;

import dev.pinflow.connect.rds.reading.RowDecoder;
import dev.pinflow.connect.rds.reading.RowFormat;
import dev.pinflow.connect.rds.reading.TableShape;

/** The forms that record values can have. */
public enum ValueFormat {
    /** Structs with a schema made of the table's columns: typed for any converter, at the price of a schema to keep. */
    STRUCT {
        @Override
        RowDecoder decoder(TableShape table, TypesConfig types) {
            return new StructDecoder(table, types);
        }
    },
    /** Maps without a schema: plain JSON from JsonConverter, but exact decimals become text. */
    MAP {
        @Override
        RowDecoder decoder(TableShape table, TypesConfig types) {
            return new MapDecoder(table, types);
        }
    },
    /** Finished JSON bytes: fastest, but for ByteArrayConverter alone and closed to transforms of values. */
    JSON {
        @Override
        RowDecoder decoder(TableShape table, TypesConfig types) {
            return new JsonDecoder(table, types);
        }
    };

    abstract RowDecoder decoder(TableShape table, TypesConfig types);

    /** This form with column types mapped as configured. */
    public RowFormat with(TypesConfig types) {
        return table -> decoder(table, types);
    }
}
