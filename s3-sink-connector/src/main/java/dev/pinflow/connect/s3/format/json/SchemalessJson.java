package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;

/**
 * Writes values without a schema exactly as Jackson's {@link ObjectMapper} does, but takes what converters deliver in
 * its own hands, which costs half; the mapper gets the rest.
 */
final class SchemalessJson {
    private final SchemaJsons structs;
    private final Names names;
    private final ObjectMapper mapper;

    SchemalessJson(SchemaJsons structs) {
        this.structs = structs;
        this.names = structs.names();
        this.mapper = new ObjectMapper()
                .registerModule(new SimpleModule().addSerializer(Struct.class, new StructSerializer(structs)));
    }

    /**
     * Replaces what the line holds with one value and a line feed.
     *
     * @throws DataException when the value cannot be written as JSON; the line is of no use then
     */
    void writeLine(Object value, Line line) {
        line.reset();
        try {
            write(value, line);
            line.symbol('\n');
        } catch (UncheckedIOException e) {
            throw new DataException("The record cannot be written as JSON: " + reason(e.getCause()), e.getCause());
        } catch (RuntimeException e) {
            throw new DataException("The record cannot be written as JSON: " + e.getMessage(), e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
    }

    private void write(Object value, Line out) {
        // The final classes come first: telling them apart costs one comparison each.
        if (value instanceof String text) {
            out.string(text);
        } else if (value == null) {
            out.none();
        } else if (value instanceof Number number) {
            writeNumber(number, out);
        } else if (value instanceof Boolean flag) {
            out.flag(flag);
        } else if (value instanceof Map<?, ?> map) {
            writeMap(map, out);
        } else if (value instanceof List<?> list) {
            writeList(list, out);
        } else if (value instanceof Struct struct) {
            structs.of(struct.schema()).write(struct, out);
        } else {
            writeOther(value, out);
        }
    }

    private void writeNumber(Number number, Line out) {
        if (number instanceof Long integer) {
            out.number(integer);
        } else if (number instanceof Double real) {
            out.number(real);
        } else if (number instanceof Integer integer) {
            out.number(integer);
        } else if (number instanceof Float real) {
            out.number(real);
        } else if (number instanceof BigDecimal || number instanceof BigInteger) {
            out.ascii(number.toString());
        } else {
            writeOther(number, out);
        }
    }

    private void writeMap(Map<?, ?> map, Line out) {
        out.open('{');
        boolean more = false;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (more) {
                out.symbol(',');
            }
            names.write(entry.getKey() instanceof String name ? name : nameOf(entry.getKey()), out);
            write(entry.getValue(), out);
            more = true;
        }
        out.close('}');
    }

    /** The mapper knows how other classes look as a name, and refuses null. */
    private String nameOf(Object key) {
        return mapper.valueToTree(Collections.singletonMap(key, 0)).fieldNames().next();
    }

    private void writeList(List<?> list, Line out) {
        out.open('[');
        boolean more = false;
        for (Object item : list) {
            if (more) {
                out.symbol(',');
            }
            write(item, out);
            more = true;
        }
        out.close(']');
    }

    private void writeOther(Object value, Line out) {
        try {
            out.raw(mapper.writeValueAsBytes(value));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets Jackson write a {@link Struct} that it meets inside of another object. */
    private static final class StructSerializer extends StdSerializer<Struct> {
        private static final long serialVersionUID = 1L;

        private final transient SchemaJsons structs;

        StructSerializer(SchemaJsons structs) {
            super(Struct.class);
            this.structs = structs;
        }

        @Override
        public void serialize(Struct value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            Line line = new Line();
            structs.of(value.schema()).write(value, line);
            generator.writeRawValue(new String(line.copy(), StandardCharsets.UTF_8));
        }
    }
}
