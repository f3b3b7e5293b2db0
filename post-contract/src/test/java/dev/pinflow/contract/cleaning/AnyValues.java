package dev.pinflow.contract.cleaning;

import dev.pinflow.contract.Entity;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Raw values as they come and as they might: of every form that the contract takes, and damaged ones. */
final class AnyValues {
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "null",
            " None\u00A0",
            "User Info Error",
            "No Title Data Available",
            "Image src error.",
            "Untitled",
            "N,o, ,T,a,g,s, ,A,v,a,i,l,a,b,l,e",
            "Local save in /data/art",
            "Local save in  ",
            "https://i.pinimg.com/originals/75/1e/52/751e5248.jpg",
            "a",
            "\u00e9t\u00e9 \u2026\u00a0",
            "\u0416\uD83D\uDE00\uFFFD\u007f",
            "\\n\\t\\r\\b\\f\\/\\\\\\\"",
            "\\u00e9\\u2026\\uD83D\\ude00",
            "\\ud83d",
            "\\uDE00\\uD83D",
            "5k",
            "1,234.5M",
            "7528",
            " 7528.0 ",
            "-1",
            "2020-08-28T03:52:47",
            "2020-08-28 03:52:47.123+02:00",
            "2020:08:28 03:52:47",
            "2021-02-29 00:00:00");

    private static final List<String> NO_TEXTS =
            List.of("\\u12", "\\u\uFF11\uFF12\uFF13\uFF14", "\\x", "\\", "tab\there", "\"", "\0");

    private static final List<String> OTHERS = List.of(
            "0",
            "-0",
            "7",
            "20",
            "-5",
            "7528.0",
            "7.528e3",
            "1E400",
            "1e999999999",
            "89.9787",
            "-173.293",
            "1598586767000",
            "2147483648",
            "123456789012345678901234567890",
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "{\"a\":[1,{\"b\":2}]}");

    private static final List<String> NO_JSON =
            List.of("00", "+5", "1.", ".5", "-", "NaN", "nul", "nullx", "{\"a\":1,\"a\":2}", "[[", "'a'", "");

    private static final String BYTES = "\"\\{}[]:, \n\t01n-.eu\0\u007f";

    private final Random random;

    AnyValues(Random random) {
        this.random = random;
    }

    /** Mostly of the entity, and two of three undamaged. */
    byte[] next(Entity entity) {
        byte[] json = wrapped(object(entity)).getBytes(StandardCharsets.UTF_8);
        int damages = oneIn(3) ? 1 + random.nextInt(3) : 0;
        for (int i = 0; i < damages; i++) {
            json = damaged(json);
        }
        return json;
    }

    private String object(Entity entity) {
        List<String> names = new ArrayList<>(entity.columns());
        if (oneIn(4)) {
            Collections.shuffle(names, random);
        }
        if (oneIn(4)) {
            names.remove(random.nextInt(names.size()));
        }
        if (oneIn(8)) {
            names.add(
                    random.nextInt(names.size()),
                    any(List.of("likes", "ind", "index", "age", "country", "\\u0069nd", "")));
        }
        List<String> members = new ArrayList<>();
        for (String name : names) {
            members.add('"' + name + '"' + space() + ':' + space() + value(name));
        }
        return space() + '{' + space() + String.join(space() + ',' + space(), members) + space() + '}' + space();
    }

    /** What the column takes, three times of four. */
    private String value(String name) {
        if (oneIn(4)) {
            return oneIn(2) ? any(oneIn(30) ? NO_JSON : OTHERS) : '"' + text() + '"';
        }
        return switch (name) {
            case "ind", "index", "age" -> any(List.of("7", "7528.0", "\"20\"", "0"));
            case "latitude", "longitude" -> any(List.of("0", "89.9787", "-17.5", "1e1", "\" 5 \""));
            case "timestamp", "date_joined" ->
                any(List.of("\"2020-08-28T03:52:47\"", "\"2020:08:28 03:52:47\"", "1598586767000", "\"0\""));
            default -> '"' + text() + '"';
        };
    }

    private String text() {
        String text = any(oneIn(200) ? NO_TEXTS : TEXTS);
        return oneIn(4) ? text + any(TEXTS) : text;
    }

    private String space() {
        return oneIn(20) ? any(List.of(" ", "\n", "\t\r")) : "";
    }

    private String wrapped(String object) {
        return switch (random.nextInt(20)) {
            case 0 -> '[' + object + ']';
            case 1 -> '"' + object.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
            case 2 -> '\uFEFF' + object;
            case 3 -> object + any(List.of(",", "{}", "0", "\0"));
            default -> object;
        };
    }

    private byte[] damaged(byte[] json) {
        if (json.length == 0) {
            return json;
        }
        int from = random.nextInt(json.length);
        int to = Math.min(json.length, from + random.nextInt(4));
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(json, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> damaged.write(random.nextInt(256));
            case 1 -> damaged.write(BYTES.charAt(random.nextInt(BYTES.length())));
            case 2 -> damaged.write(json, from, json.length - from);
            case 3 -> {
                if (oneIn(4)) {
                    return damaged.toByteArray();
                }
            }
            default -> damaged.write(json, random.nextInt(from + 1), 1);
        }
        damaged.write(json, to, json.length - to);
        return damaged.toByteArray();
    }

    private boolean oneIn(int count) {
        return random.nextInt(count) == 0;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
