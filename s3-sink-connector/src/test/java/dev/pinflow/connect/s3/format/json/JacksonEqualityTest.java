package dev.pinflow.connect.s3.format.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.pinflow.connect.s3.format.RecordPart;
import dev.pinflow.connect.s3.format.Written;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.apache.kafka.connect.sink.SinkRecord;

class JacksonEqualityTest {
    private static final ObjectMapper JACKSON = new ObjectMapper();
    private static final JsonFormat FORMAT = new JsonFormat(RecordPart.VALUE, DecimalText.BASE64, TextValues.QUOTE, 10);

    private static final List<Object> NAMES =
            List.of("", "id", "é", "a\"b", "\ud83d\ude00", 7, 8L, true, Thread.State.NEW, 'c');
    private static final List<Object> SCALARS = Arrays.asList(
            null,
            "",
            "text",
            "x".repeat(5000) + "\n\u0000\u20ac\ud83d\ude00",
            1,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            (short) 2,
            (byte) -3,
            0.1f,
            Float.NEGATIVE_INFINITY,
            Double.NaN,
            -0.0,
            0.0,
            1e-3,
            9.999e6,
            7.17,
            new BigDecimal("1E+30"),
            new BigInteger("12345678901234567890"),
            true,
            'x',
            new byte[] {1, 2, -3},
            Thread.State.NEW,
            Date.from(java.time.Instant.ofEpochMilli(5)),
            new int[] {1, 2},
            Map.of(1, 2),
            Set.of("one"));

    @Property(tries = 300)
    void writesEveryTreeAsJacksonDoes(@ForAll long seed) throws JsonProcessingException {
        Object tree = tree(new Random(seed), 0);
        assertThat(written(tree)).isEqualTo(jackson(tree) + "\n");
    }

    @Property(tries = 1000)
    void writesEveryTextAsJacksonDoes(@ForAll String text) throws JsonProcessingException {
        assertThat(written(text)).isEqualTo(jackson(text) + "\n");
    }

    @Property(tries = 2000)
    void writesAmountsAsJavaDoes(@ForAll @LongRange(min = -9_999_999_999L, max = 9_999_999_999L) long thousandths) {
        double amount = thousandths / 1000.0;
        assertThat(written(amount)).isEqualTo(amount + "\n");
    }

    @Property(tries = 2000)
    void writesDoublesAsJavaDoes(@ForAll @DoubleRange(min = -1e8, max = 1e8) double value) {
        assertThat(written(value)).isEqualTo(value + "\n");
    }

    private static Object tree(Random random, int depth) {
        return switch (random.nextInt(depth < 4 ? 4 : 2)) {
            case 0 -> SCALARS.get(random.nextInt(SCALARS.size()));
            case 1 -> random.nextBoolean() ? (Object) random.nextLong() : Double.longBitsToDouble(random.nextLong());
            case 2 -> {
                Map<Object, Object> map = new HashMap<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    map.put(NAMES.get(random.nextInt(NAMES.size())), tree(random, depth + 1));
                }
                yield map;
            }
            default -> {
                List<Object> list = new ArrayList<>();
                for (int i = random.nextInt(5); i > 0; i--) {
                    list.add(tree(random, depth + 1));
                }
                yield list;
            }
        };
    }

    /** As bytes: its writer of characters leaves surrogates as they are, its writer of bytes escapes them. */
    private static String jackson(Object value) throws JsonProcessingException {
        return new String(JACKSON.writeValueAsBytes(value), StandardCharsets.UTF_8);
    }

    private static String written(Object value) {
        return Written.text(FORMAT, new SinkRecord("t", 0, null, null, null, value, 0));
    }
}
