package dev.pinflow.connect.s3.format.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.apache.kafka.connect.data.Struct;

/** Lets Jackson write a {@link Struct} wherever it meets one. */
final class StructSerializer extends StdSerializer<Struct> {
    private static final long serialVersionUID = 1L;

    private final transient ConnectJson json;

    StructSerializer(ConnectJson json) {
        super(Struct.class);
        this.json = json;
    }

    @Override
    public void serialize(Struct value, JsonGenerator generator, SerializerProvider provider) throws IOException {
        json.write(value.schema(), value, generator);
    }
}
