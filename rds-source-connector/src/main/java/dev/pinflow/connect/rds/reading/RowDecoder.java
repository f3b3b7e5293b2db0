package dev.pinflow.connect.rds.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.apache.kafka.connect.data.Schema;

/** Makes a record value of each row of one table. For one thread; not to be used again after it has failed. */
public interface RowDecoder {
    /** The schema of all values; null, which is Connect's own sign for it, if they have none. */
    Schema schema();

    /** The value of the row under the cursor, whose columns are those of the table's shape, in its order. */
    Object decode(ResultSet row) throws SQLException;
}
