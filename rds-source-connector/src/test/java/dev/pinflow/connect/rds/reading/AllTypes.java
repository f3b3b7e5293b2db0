package dev.pinflow.connect.rds.reading;

import java.util.List;
import java.util.stream.Collectors;

/** A table with a column of every type: row 1 holds its least values, row 2 its greatest, row 3 none. */
final class AllTypes {
    private static final String POINT = "ST_GeomFromText('POINT(1 2)')";

    /** What MySQL's server writes for POINT(1 2): four bytes of SRID, then well-known binary. */
    private static final String POINT_BASE64 = "AAAAAAEBAAAAAAAAAAAA8D8AAAAAAAAAQA==";

    static final List<TypeCase> CASES = List.of(
            new TypeCase("tiny", "TINYINT", "-128", "-128", "127", "127"),
            new TypeCase("tiny1", "TINYINT(1)", "-128", "-128", "127", "127"),
            new TypeCase("utiny", "TINYINT UNSIGNED", "0", "0", "255", "255"),
            new TypeCase("utiny1", "TINYINT(1) UNSIGNED", "0", "0", "255", "255"),
            new TypeCase("small", "SMALLINT", "-32768", "-32768", "32767", "32767"),
            new TypeCase("usmall", "SMALLINT UNSIGNED", "0", "0", "65535", "65535"),
            new TypeCase("medium", "MEDIUMINT", "-8388608", "-8388608", "8388607", "8388607"),
            new TypeCase("umedium", "MEDIUMINT UNSIGNED", "0", "0", "16777215", "16777215"),
            new TypeCase("normal", "INT", "-2147483648", "-2147483648", "2147483647", "2147483647"),
            new TypeCase("unormal", "INT UNSIGNED", "0", "0", "4294967295", "4294967295"),
            new TypeCase("filled", "INT(8) ZEROFILL", "0", "0", "7", "7"),
            new TypeCase("big", "BIGINT", "-9223372036854775808", "-9223372036854775808", "1", "1"),
            new TypeCase("ubig", "BIGINT UNSIGNED", "0", "0", "18446744073709551615", "18446744073709551615"),
            new TypeCase("single", "FLOAT", "-3.4028235e38", "-3.4028235E38", "1.2345678", "1.2345678"),
            new TypeCase("`double`", "DOUBLE", "-1.7976931348623157e308", "-1.7976931348623157E308", "0.1", "0.1"),
            new TypeCase("price", "DECIMAL(8,2)", "-999999.99", "-999999.99", "0.10", "0.10"),
            new TypeCase(
                    "wide",
                    "DECIMAL(65,30)",
                    "-" + "9".repeat(35),
                    "-" + "9".repeat(35) + "." + "0".repeat(30),
                    "1e-30",
                    "0." + "0".repeat(29) + "1"),
            new TypeCase("bit1", "BIT(1)", "b'0'", "\"AA==\"", "b'1'", "\"AQ==\""),
            new TypeCase("bit9", "BIT(9)", "b'0'", "\"AAA=\"", "b'111111111'", "\"Af8=\""),
            new TypeCase("bit64", "BIT(64)", "0", "\"AAAAAAAAAAA=\"", "~0", "\"//////////8=\""),
            new TypeCase("day", "DATE", "'0001-01-01'", "\"0001-01-01\"", "'9999-12-31'", "\"9999-12-31\""),
            new TypeCase("zero_day", "DATE NOT NULL", "'0000-00-00'", "null", "'2020-02-00'", "null"),
            new TypeCase(
                    "seconds",
                    "DATETIME",
                    "'0001-01-01'",
                    "\"0001-01-01T00:00:00\"",
                    "'9999-12-31 23:59:59'",
                    "\"9999-12-31T23:59:59\""),
            new TypeCase(
                    "micros",
                    "DATETIME(6)",
                    "'2020-08-28 03:52:47.000001'",
                    "\"2020-08-28T03:52:47.000001\"",
                    "'2020-08-28 03:52:47.12'",
                    "\"2020-08-28T03:52:47.12\""),
            new TypeCase("zero", "DATETIME NOT NULL", "'0000-00-00'", "null", "'2020-00-10 01:02:03'", "null"),
            new TypeCase(
                    "instant",
                    "TIMESTAMP NULL",
                    "'1970-01-01 02:00:01'",
                    "\"1970-01-01T00:00:01Z\"",
                    "'2038-01-19 05:14:07'",
                    "\"2038-01-19T03:14:07Z\""),
            new TypeCase(
                    "instant6",
                    "TIMESTAMP(6) NULL",
                    "0",
                    "null",
                    "'2020-08-28 03:52:47.5'",
                    "\"2020-08-28T01:52:47.5Z\""),
            new TypeCase("spent", "TIME", "'-838:59:59'", "\"-838:59:59\"", "'838:59:59'", "\"838:59:59\""),
            new TypeCase(
                    "spent6",
                    "TIME(6)",
                    "'-00:00:00.5'",
                    "\"-00:00:00.500000\"",
                    "'838:59:59.999999'",
                    "\"838:59:59.999999\""),
            new TypeCase("spent3", "TIME(3)", "'00:00:00.001'", "\"00:00:00.001\"", "'25:00:00'", "\"25:00:00\""),
            new TypeCase("born", "YEAR", "1901", "1901", "2155", "2155"),
            new TypeCase("fixed", "CHAR(3)", "''", "\"\"", "'a\"b'", "\"a\\\"b\""),
            new TypeCase("utf8", "VARCHAR(20)", "''", "\"\"", "'é😀 \\n'", "\"é😀 \\n\""),
            new TypeCase("latin", "TEXT CHARACTER SET latin1", "''", "\"\"", "'é'", "\"é\""),
            new TypeCase("ucs", "VARCHAR(5) CHARACTER SET ucs2", "''", "\"\"", "'é'", "\"é\""),
            new TypeCase("long_text", "LONGTEXT", "''", "\"\"", "REPEAT('x', 70000)", "\"" + "x".repeat(70000) + "\""),
            new TypeCase("document", "JSON", "'{\"a\": [1]}'", "\"{\\\"a\\\": [1]}\"", "'null'", "\"null\""),
            new TypeCase("choice", "ENUM('a','é')", "'a'", "\"a\"", "'é'", "\"é\""),
            new TypeCase("choices", "SET('x','y')", "''", "\"\"", "'x,y'", "\"x,y\""),
            new TypeCase("bin", "BINARY(3)", "''", "\"AAAA\"", "x'00ff01'", "\"AP8B\""),
            new TypeCase("varbin", "VARBINARY(3)", "''", "\"\"", "x'00ff'", "\"AP8=\""),
            new TypeCase("tblob", "TINYBLOB", "''", "\"\"", "x'00ff'", "\"AP8=\""),
            new TypeCase("bytes", "BLOB", "''", "\"\"", "x'00ff'", "\"AP8=\""),
            new TypeCase("mblob", "MEDIUMBLOB", "''", "\"\"", "x'00ff'", "\"AP8=\""),
            new TypeCase("lblob", "LONGBLOB", "''", "\"\"", "x'00ff'", "\"AP8=\""),
            new TypeCase("shape", "GEOMETRY", POINT, "\"" + POINT_BASE64 + "\"", POINT, "\"" + POINT_BASE64 + "\""),
            new TypeCase("place", "POINT", POINT, "\"" + POINT_BASE64 + "\"", POINT, "\"" + POINT_BASE64 + "\""),
            new TypeCase(
                    "uid",
                    "UUID",
                    "'00000000-0000-0000-0000-000000000000'",
                    "\"00000000-0000-0000-0000-000000000000\"",
                    "'123e4567-e89b-12d3-a456-426655440000'",
                    "\"123e4567-e89b-12d3-a456-426655440000\""),
            new TypeCase("ip4", "INET4", "'0.0.0.0'", "\"0.0.0.0\"", "'255.255.255.255'", "\"255.255.255.255\""),
            new TypeCase("ip6", "INET6", "'::'", "\"::\"", "'2001:db8::ff'", "\"2001:db8::ff\""));

    private AllTypes() {}

    /**
     * A column.
     *
     * @param least a value in SQL
     * @param leastJson what it becomes in JSON when nothing is configured
     */
    record TypeCase(String column, String type, String least, String leastJson, String greatest, String greatestJson) {
        String name() {
            return column.replace("`", "");
        }

        boolean isNullable() {
            return !type.endsWith("NOT NULL");
        }
    }

    /** The table and its rows; TIMESTAMPs are given in a session two hours ahead of UTC. */
    static String[] statements() {
        return new String[] {
            "SET sql_mode = ''",
            "SET time_zone = '+02:00'",
            "CREATE TABLE all_types (id INT PRIMARY KEY, "
                    + CASES.stream().map(one -> one.column() + " " + one.type()).collect(Collectors.joining(", "))
                    + ")",
            "INSERT INTO all_types VALUES (1, "
                    + CASES.stream().map(TypeCase::least).collect(Collectors.joining(", ")) + ")",
            "INSERT INTO all_types VALUES (2, "
                    + CASES.stream().map(TypeCase::greatest).collect(Collectors.joining(", ")) + ")",
            "INSERT INTO all_types VALUES (3, "
                    + CASES.stream()
                            .map(one -> one.isNullable() ? "NULL" : "'0000-00-00'")
                            .collect(Collectors.joining(", "))
                    + ")"
        };
    }
}
