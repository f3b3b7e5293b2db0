package dev.pinflow.connect.rds.record;

import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;

/** A row that holds given values, and answers only what is asked of a real one. */
final class FakeRow {
    private final Object[] values;
    private boolean wasNull;

    private FakeRow(Object... values) {
        this.values = values;
    }

    static ResultSet of(Object... values) {
        FakeRow row = new FakeRow(values);
        return (ResultSet) Proxy.newProxyInstance(
                FakeRow.class.getClassLoader(),
                new Class<?>[] {ResultSet.class},
                (proxy, method, arguments) -> row.answer(method.getName(), arguments));
    }

    private static byte[] bytes(Object value) {
        if (value == null || value instanceof byte[]) {
            return (byte[]) value;
        }
        return value.toString().getBytes(StandardCharsets.UTF_8);
    }

    private Object answer(String method, Object[] arguments) {
        if (method.equals("wasNull")) {
            return wasNull;
        }
        Object value = values[(Integer) arguments[0] - 1];
        wasNull = value == null;
        return switch (method) {
            case "getByte" -> wasNull ? (byte) 0 : ((Number) value).byteValue();
            case "getShort" -> wasNull ? (short) 0 : ((Number) value).shortValue();
            case "getInt" -> wasNull ? 0 : ((Number) value).intValue();
            case "getLong" -> wasNull ? 0L : ((Number) value).longValue();
            case "getFloat" -> wasNull ? 0f : ((Number) value).floatValue();
            case "getDouble" -> wasNull ? 0d : ((Number) value).doubleValue();
            case "getBigDecimal" -> wasNull ? null : new BigDecimal(value.toString());
            case "getString", "getObject" -> value;
            case "getBytes" -> bytes(value);
            default -> throw new UnsupportedOperationException(method);
        };
    }
}
