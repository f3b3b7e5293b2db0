package dev.pinflow.connect.s3.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaBuilder;
import org.apache.kafka.connect.data.SchemaProjector;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.SchemaProjectorException;

/** Kafka's own projector, which is stricter with parameters only, is the measure. */
class ProjectionTest {
    private static final Map<Schema.Type, Object> VALUES = Map.of(
            Schema.Type.INT8,
            (byte) 1,
            Schema.Type.INT16,
            (short) 2,
            Schema.Type.INT32,
            3,
            Schema.Type.INT64,
            4L,
            Schema.Type.FLOAT32,
            5.5f,
            Schema.Type.FLOAT64,
            6.5,
            Schema.Type.BOOLEAN,
            true,
            Schema.Type.STRING,
            "s");

    @Property
    void showsWhatKafkasProjectorShowsAndFitsWhereItDoes(
            @ForAll("schemas") Schema source, @ForAll("schemas") Schema target) {
        Object value = value(source);
        Object expected = null;
        boolean fits = true;
        try {
            expected = SchemaProjector.project(source, value, target);
        } catch (SchemaProjectorException e) {
            fits = false;
        }
        assertThat(new SchemaFit().fits(source, target)).isEqualTo(fits);
        if (fits) {
            assertThat(Projection.of(source, value, target)).isEqualTo(expected);
        }
    }

    @Provide
    Arbitrary<Schema> schemas() {
        Arbitrary<Schema> leaf = Combinators.combine(
                        Arbitraries.of(VALUES.keySet().stream().sorted().toList()), Arbitraries.of(0, 1, 2))
                .as(ProjectionTest::leaf);
        Arbitrary<Schema> nested = Arbitraries.oneOf(
                leaf,
                leaf.map(items -> SchemaBuilder.array(items).build()),
                leaf.map(values ->
                        SchemaBuilder.map(Schema.STRING_SCHEMA, values).build()),
                struct(leaf));
        return struct(nested);
    }

    private static Arbitrary<Schema> struct(Arbitrary<Schema> fields) {
        return Arbitraries.maps(Arbitraries.of("a", "b", "c"), fields)
                .ofMaxSize(3)
                .map(named -> {
                    SchemaBuilder schema = SchemaBuilder.struct();
                    named.forEach(schema::field);
                    return schema.build();
                });
    }

    /** @param kind 0 required, 1 optional, 2 with a default */
    private static Schema leaf(Schema.Type type, int kind) {
        SchemaBuilder schema = new SchemaBuilder(type);
        if (kind == 1) {
            schema.optional();
        } else if (kind == 2) {
            schema.defaultValue(VALUES.get(type));
        }
        return schema.build();
    }

    private static Object value(Schema schema) {
        return switch (schema.type()) {
            case STRUCT -> {
                Struct struct = new Struct(schema);
                schema.fields().forEach(field -> struct.put(field, value(field.schema())));
                yield struct;
            }
            case ARRAY -> Collections.singletonList(value(schema.valueSchema()));
            case MAP -> Collections.singletonMap("k", value(schema.valueSchema()));
            default -> schema.isOptional() && schema.type() == Schema.Type.INT32 ? null : VALUES.get(schema.type());
        };
    }
}
