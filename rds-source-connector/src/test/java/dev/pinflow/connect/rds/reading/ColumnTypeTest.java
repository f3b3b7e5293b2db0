package dev.pinflow.connect.rds.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.JDBCType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the driver says of a column, and what it means here. The driver's part is checked by ColumnTypesIT. */
class ColumnTypeTest {
    @ParameterizedTest
    @CsvSource({
        "BOOLEAN,       BOOLEAN,            TINYINT1",
        "TINYINT,       TINYINT,            INT8",
        "TINYINT,       TINYINT UNSIGNED,   INT16",
        "SMALLINT,      SMALLINT,           INT16",
        "SMALLINT,      SMALLINT UNSIGNED,  INT32",
        "SMALLINT,      YEAR,               INT32",
        "INTEGER,       MEDIUMINT,          INT32",
        "INTEGER,       INT UNSIGNED,       INT64",
        "BIGINT,        BIGINT,             INT64",
        "BIGINT,        bigint unsigned,    UINT64",
        "REAL,          FLOAT,              FLOAT32",
        "DOUBLE,        DOUBLE UNSIGNED,    FLOAT64",
        "DECIMAL,       DECIMAL,            DECIMAL",
        "CHAR,          ENUM,               TEXT",
        "LONGVARCHAR,   JSON,               TEXT",
        "OTHER,         UUID,               TEXT",
        "OTHER,         INET4,              TEXT",
        "OTHER,         INET6,              TEXT",
        "BIT,           BIT,                BYTES",
        "BINARY,        GEOMETRY,           BYTES",
        "LONGVARBINARY, VECTOR,             BYTES",
        "DATE,          DATE,               DATE",
        "TIME,          TIME,               TIME",
        "TIMESTAMP,     DATETIME,           DATETIME",
        "TIMESTAMP,     TIMESTAMP,          TIMESTAMP",
    })
    void isToldByTheDriversTypeAndTheDatabasesName(JDBCType jdbcType, String typeName, ColumnType expected) {
        assertThat(ColumnType.of(jdbcType.getVendorTypeNumber(), typeName)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"OTHER, XMLTYPE", "SQLXML, XML", "ARRAY, TEXT", "NULL, NULL"})
    void isNoneForWhatIsNotKnown(JDBCType jdbcType, String typeName) {
        assertThat(ColumnType.of(jdbcType.getVendorTypeNumber(), typeName)).isEmpty();
    }
}
