package dev.pinflow.connect.s3.compatibility;

import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;

/** Compares two schemas: whether every value of one can be shown in the other. One instance per comparison. */
final class SchemaFit {
    /** Numbers, each of which holds all before it. */
    private static final List<Schema.Type> NUMBERS = List.of(
            Schema.Type.INT8,
            Schema.Type.INT16,
            Schema.Type.INT32,
            Schema.Type.INT64,
            Schema.Type.FLOAT32,
            Schema.Type.FLOAT64);

    /** Parameters by which converters of registries mark enums; all symbols are parameters, too. */
    private static final Set<String> ENUM_MARKS = Set.of(
            "org.apache.kafka.connect.data.Enum",
            "io.confluent.connect.avro.Enum",
            "io.confluent.connect.protobuf.Enum");

    /** Parameters that only describe. */
    private static final Set<String> DESCRIPTIONS =
            Set.of("connect.record.doc", "connect.record.aliases", "connect.record.namespace");

    private static final String FIELD_DESCRIPTION = "io.confluent.connect.avro.field.doc.";

    /** Pairs that are compared at the moment: schemas may contain themselves. */
    private final IdentityHashMap<Schema, Set<Schema>> visited = new IdentityHashMap<>();

    /** Whether records of the source schema can be shown in the target schema. */
    boolean fits(Schema source, Schema target) {
        if (source == target) {
            return true;
        }
        if (source.isOptional() && !target.isOptional() && target.defaultValue() == null) {
            return false;
        }
        return isPromotable(source.type(), target.type())
                && Objects.equals(source.name(), target.name())
                && parametersFit(source.parameters(), target.parameters())
                && contentFits(source, target);
    }

    static boolean isPromotable(Schema.Type source, Schema.Type target) {
        return source == target || (NUMBERS.contains(source) && NUMBERS.indexOf(source) < NUMBERS.indexOf(target));
    }

    private boolean contentFits(Schema source, Schema target) {
        return switch (source.type()) {
            case STRUCT -> fieldsFit(source, target);
            case ARRAY -> fits(source.valueSchema(), target.valueSchema());
            case MAP ->
                fits(source.keySchema(), target.keySchema()) && fits(source.valueSchema(), target.valueSchema());
            case INT8, INT16, INT32, INT64, FLOAT32, FLOAT64, BOOLEAN, STRING, BYTES -> true;
        };
    }

    private boolean fieldsFit(Schema source, Schema target) {
        Set<Schema> targets =
                visited.computeIfAbsent(source, key -> Collections.newSetFromMap(new IdentityHashMap<>()));
        return !targets.add(target)
                || target.fields().stream().allMatch(field -> fieldFits(source.field(field.name()), field.schema()));
    }

    private boolean fieldFits(Field source, Schema target) {
        return source == null ? target.isOptional() || target.defaultValue() != null : fits(source.schema(), target);
    }

    /** As in Confluent's sink, a schema without parameters fits one with some. */
    private static boolean parametersFit(Map<String, String> source, Map<String, String> target) {
        if (source == null || target == null) {
            return true;
        }
        Map<String, String> given = withoutDescriptions(source);
        Map<String, String> wanted = withoutDescriptions(target);
        if (isEnum(source) && isEnum(target)) {
            return wanted.entrySet().containsAll(given.entrySet());
        }
        return given.equals(wanted);
    }

    private static boolean isEnum(Map<String, String> parameters) {
        return ENUM_MARKS.stream().anyMatch(parameters::containsKey);
    }

    private static Map<String, String> withoutDescriptions(Map<String, String> parameters) {
        Map<String, String> kept = new HashMap<>(parameters);
        kept.keySet().removeIf(key -> DESCRIPTIONS.contains(key) || key.startsWith(FIELD_DESCRIPTION));
        return kept;
    }
}
