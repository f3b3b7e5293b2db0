package dev.pinflow.connect.s3.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.connect.data.Field;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.errors.DataException;
import org.apache.kafka.connect.sink.SinkRecord;

/**
 * Where a field lies in a record's value: {@code address.city} is the field city of the struct or map address. An
 * element that itself contains dots, as keys of maps may, stands in double quotes. Used from one thread only.
 */
public final class FieldPath {
    private static final Pattern ELEMENT = Pattern.compile("\\G(?:\"([^\"]+)\"|([^\".]+))(\\.|$)");

    private final String option;
    private final String text;
    private final String[] names;

    /** The field that was found last at each step: records mostly share one schema. */
    private final Schema[] seen;

    private final Field[] found;

    /**
     * @param option key of the option that names the field, for messages
     * @param text the path as configured
     * @throws IllegalArgumentException when an element is empty or a quote is missing
     */
    public FieldPath(String option, String text) {
        this.option = option;
        this.text = text;
        names = elements(text);
        seen = new Schema[names.length];
        found = new Field[names.length];
    }

    /** Whether the text is a path; every element must have a name. */
    public static boolean isPath(String text) {
        try {
            return elements(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The elements joined by dots, without quotes. */
    public String name() {
        return String.join(".", names);
    }

    /**
     * Looks the field up.
     *
     * @throws DataException when the value is neither struct nor map, or has no such field
     */
    public FieldValue in(SinkRecord sinkRecord) {
        Object parent = sinkRecord.value();
        if (parent == null) {
            throw new DataException("The record has no value, and so no field " + text + ", which " + option
                    + " names; skip such records with behavior.on.null.values=ignore");
        }
        int last = names.length - 1;
        for (int depth = 0; depth < last; depth++) {
            parent = parent instanceof Struct struct ? struct.get(field(struct, depth)) : fromMap(parent, depth);
            if (parent == null) {
                return FieldValue.NOTHING;
            }
        }
        if (parent instanceof Struct struct) {
            Field field = field(struct, last);
            return new FieldValue(struct.get(field), field.schema());
        }
        return new FieldValue(fromMap(parent, last), null);
    }

    private Field field(Struct struct, int depth) {
        Schema schema = struct.schema();
        if (schema != seen[depth]) {
            Field field = schema.field(names[depth]);
            if (field == null) {
                throw missing(depth);
            }
            found[depth] = field;
            seen[depth] = schema;
        }
        return found[depth];
    }

    private Object fromMap(Object parent, int depth) {
        if (!(parent instanceof Map<?, ?> map)) {
            throw new DataException(option + " names the field " + text + ", but the "
                    + (depth == 0 ? "record's value" : "field " + names[depth - 1])
                    + " is neither a struct nor a map: name a field that all records have, or change the converter");
        }
        Object value = map.get(names[depth]);
        if (value == null && !map.containsKey(names[depth])) {
            throw missing(depth);
        }
        return value;
    }

    private DataException missing(int depth) {
        return new DataException(
                "The record has no field " + String.join(".", List.of(names).subList(0, depth + 1)) + ", which "
                        + option + " names: name a field that all records have, or add it with a transform");
    }

    private static String[] elements(String text) {
        Matcher matcher = ELEMENT.matcher(text);
        List<String> elements = new ArrayList<>();
        boolean ended = false;
        while (!ended && matcher.find()) {
            elements.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
            ended = matcher.group(3).isEmpty();
        }
        if (!ended || elements.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException(text + " is not a path of field names joined by dots");
        }
        return elements.toArray(String[]::new);
    }
}
