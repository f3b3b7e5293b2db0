package dev.pinflow.streams.curated;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Any records that fit a curated schema, beyond those that cleaning makes. */
final class AnyRecords {
    private static final int LAST_BEFORE_SURROGATES = Character.MIN_SURROGATE - 1;
    private static final int FIRST_AFTER_SURROGATES = Character.MAX_SURROGATE + 1;

    private AnyRecords() {}

    static Arbitrary<GenericRecord> of(Schema schema) {
        List<Arbitrary<Object>> values =
                schema.getFields().stream().map(field -> any(field.schema())).toList();
        return Combinators.combine(values).as(all -> record(schema, all));
    }

    private static GenericRecord record(Schema schema, List<Object> values) {
        GenericData.Record record = new GenericData.Record(schema);
        for (int place = 0; place < values.size(); place++) {
            record.put(place, values.get(place));
        }
        return record;
    }

    private static Arbitrary<Object> any(Schema schema) {
        return switch (schema.getType()) {
            case UNION -> any(Nullable.type(schema)).injectNull(0.2);
            case INT -> Arbitraries.integers().asGeneric();
            case LONG -> Arbitraries.longs().asGeneric();
            case DOUBLE -> doubles().asGeneric();
            case STRING -> texts().asGeneric();
            case ARRAY -> any(schema.getElementType()).list().ofMaxSize(3).asGeneric();
            default -> throw new IllegalArgumentException("No curated schema has the type " + schema.getType() + ".");
        };
    }

    private static Arbitrary<Double> doubles() {
        return Arbitraries.oneOf(
                Arbitraries.doubles(),
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite),
                Arbitraries.of(-0.0, Double.MIN_VALUE, Double.MAX_VALUE, Double.MIN_NORMAL, 2e-3));
    }

    private static Arbitrary<String> texts() {
        Arbitrary<Integer> characters = Arbitraries.oneOf(
                Arbitraries.integers().between(0, 0x7f),
                Arbitraries.integers().between(0, LAST_BEFORE_SURROGATES),
                Arbitraries.integers().between(FIRST_AFTER_SURROGATES, Character.MAX_CODE_POINT));
        return characters.list().ofMaxSize(30).map(AnyRecords::text);
    }

    private static String text(List<Integer> characters) {
        StringBuilder text = new StringBuilder();
        characters.forEach(text::appendCodePoint);
        return text.toString();
    }
}
