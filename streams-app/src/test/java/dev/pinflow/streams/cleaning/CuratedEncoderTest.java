package dev.pinflow.streams.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

class CuratedEncoderTest {
    private static final String TOPIC = "user-0123456789ab.curated.user";
    private static final byte[] ID_7 = {0, 0, 0, 0, 7};

    private final Headers headers = new RecordHeaders();
    private int calls;

    @Test
    void theSerializerIsAskedOnceHowItFramesASchema() throws NotEncodableException {
        CuratedEncoder encoder = encoder(record -> framed(ID_7, record));

        for (int ind = 0; ind < 3; ind++) {
            assertThat(encoder.encode(TOPIC, headers, user(ind))).isEqualTo(framed(ID_7, user(ind)));
        }
        assertThat(calls).isEqualTo(1);
    }

    @Test
    void aSerializerOfAnotherFormatIsAskedForEachRecord() throws NotEncodableException {
        CuratedEncoder encoder = encoder(record -> framed(new byte[] {1, 0, 0, 0, 7}, record));

        for (int ind = 0; ind < 3; ind++) {
            assertThat(encoder.encode(TOPIC, headers, user(ind))).startsWith(1);
        }
        assertThat(calls).isEqualTo(3);
    }

    @Test
    void aSerializerThatAddsHeadersIsAskedForEachRecord() throws NotEncodableException {
        CuratedEncoder encoder = encoder(record -> {
            headers.add("schema", ID_7);
            return framed(ID_7, record);
        });

        for (int ind = 0; ind < 3; ind++) {
            encoder.encode(TOPIC, headers, user(ind));
        }
        assertThat(headers).hasSize(3);
    }

    @Test
    void aSerializerThatFailsIsAskedAgain() throws NotEncodableException {
        CuratedEncoder encoder = encoder(record -> {
            if (calls == 1) {
                throw new IllegalStateException("registry down");
            }
            return framed(ID_7, record);
        });

        assertThatThrownBy(() -> encoder.encode(TOPIC, headers, user(1))).hasMessage("registry down");
        assertThat(encoder.encode(TOPIC, headers, user(1))).isEqualTo(framed(ID_7, user(1)));
    }

    @Test
    void aRecordThatDoesNotFitLeavesNothingInTheNextOne() throws NotEncodableException {
        CuratedEncoder encoder = encoder(record -> framed(ID_7, record));
        encoder.encode(TOPIC, headers, user(1));
        GenericRecord unfit = user(2);
        unfit.put("date_joined", "never");

        assertThatThrownBy(() -> encoder.encode(TOPIC, headers, unfit)).isInstanceOf(NotEncodableException.class);
        assertThat(encoder.encode(TOPIC, headers, user(3))).isEqualTo(framed(ID_7, user(3)));
    }

    private CuratedEncoder encoder(FrameOf frame) {
        return new CuratedEncoder(new Serializer<>() {
            @Override
            public byte[] serialize(String topic, GenericRecord record) {
                calls++;
                return frame.of(record);
            }
        });
    }

    private interface FrameOf {
        byte[] of(GenericRecord record);
    }

    private static byte[] framed(byte[] prefix, GenericRecord record) {
        byte[] avro = AvroBytes.encode(record);
        return ByteBuffer.allocate(prefix.length + avro.length)
                .put(prefix)
                .put(avro)
                .array();
    }

    private static GenericRecord user(int ind) {
        GenericData.Record user = new GenericData.Record(CuratedSchemas.of(Entity.USER));
        user.put("ind", ind);
        user.put("user_name", "Ann " + ind);
        user.put("date_joined", 0L);
        user.put("defects", List.of());
        return user;
    }
}
