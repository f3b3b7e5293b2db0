package dev.pinflow.streams.proof;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.pinflow.contract.Entity;
import dev.pinflow.streams.proof.Posting.Fate;
import java.nio.charset.Charset;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is done to the value of a good record. The same random numbers make the same records. */
final class Mutations {
    private static final Pattern MEMBER = Pattern.compile("\"(\\w+)\":(\"[^\"]*\"|[^,}\"]+)");
    private static final List<String> ODD_VALUES = List.of(
            "true",
            "null",
            "[]",
            "{}",
            "\"\"",
            "\" \"",
            "-1",
            "1.5",
            "[1,2]",
            "{\"a\":{\"a\":1}}",
            "NaN",
            "-Infinity",
            "\"null\"",
            "\"None\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00x\"",
            "\"\\u2028\\u2029\"",
            "\"\u00A0x\u00A0\"",
            "1e999999",
            "1e999999999",
            "-1e-999999",
            "1E+2147483648",
            "2147483647",
            "2147483648",
            "9223372036854775808",
            "007",
            "\"007\"",
            "7.528e3",
            "0.75e4",
            "-0",
            "\" 5 \"",
            "0x10",
            "1_000",
            "\"1,234.5k\"",
            "\"1e3\"",
            "\"½\"",
            "\"0000-00-00 00:00:00\"",
            "\"2020-02-30 00:00:00\"",
            "\"9999-12-31T23:59:59.999999999Z\"",
            "\"2020:08:28 03:52:47\"",
            "\"2019-06-30T23:59:60\"",
            "\"2020-08-28T03:52:47+18:00\"",
            "1e18",
            "-62135596800000",
            "1598586767000",
            "\"User Info Error\"",
            "\"No Title Data Available\"",
            "\"\uD83D\uDE00\"",
            "\"\uFF21\"",
            "\"\\\"\\\\\\n\"");
    private static final List<String> NUMBERS = List.of("1e999999", "-1e999999", "1e-999999", "1E2147483647");
    private static final List<String> TAILS = List.of(",", "}", "null", "{}", "//", "\u0000", "]", "\uFEFF");
    private static final List<byte[]> NOT_UTF_8 = List.of(
            new byte[] {(byte) 0xff},
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf4, (byte) 0x90, (byte) 0x80, (byte) 0x80},
            new byte[] {(byte) 0xe2, (byte) 0x82});
    private static final int DEEP = 100_000;

    private final Random random;

    Mutations(Random random) {
        this.random = random;
    }

    Posting apply(Entity entity, String good, String otherEntity) {
        return switch (random.nextInt(20)) {
            case 0 -> rejected("truncated", entity, good.substring(0, random.nextInt(good.length())));
            case 1, 2, 3, 4 ->
                either("odd value", entity, withMember(good, ODD_VALUES.get(random.nextInt(ODD_VALUES.size()))));
            case 5 -> either("huge number", entity, withMember(good, hugeNumber()));
            case 6 -> deep(entity, good);
            case 7 -> either("not UTF-8", entity, withBytes(good, NOT_UTF_8.get(random.nextInt(NOT_UTF_8.size()))));
            case 8 -> either("other charset", entity, inOtherCharset(good));
            case 9 -> rejected("wrong entity", entity, otherEntity);
            case 10 -> rejected("duplicate member", entity, good.replaceFirst("\\{\"(\\w+)\":", "{\"$1\":1,\"$1\":"));
            case 11 -> wrapped(entity, good);
            case 12 -> rejected("all null", entity, MEMBER.matcher(good).replaceAll("\"$1\":null"));
            case 13 ->
                rejected(
                        "without an object",
                        entity,
                        List.of("", " \n", "null", "7", "[]", "{}", "\"\"", "[[{}]]")
                                .get(random.nextInt(8)));
            case 14 -> Posting.of("no value", entity, Fate.REJECTED, null, null);
            case 15 -> Posting.of("random bytes", entity, Fate.REJECTED, null, randomBytes(1 + random.nextInt(2_000)));
            case 16 -> either("one byte changed", entity, withOneByteChanged(good));
            case 17 ->
                rejected(
                        "tail",
                        entity,
                        good + TAILS.get(random.nextInt(TAILS.size())).replace("\uFEFF", "\uFEFFx"));
            case 18 -> manyMembers(entity, good);
            default -> either("single quotes", entity, good.replace('"', '\''));
        };
    }

    /** A text of about as many bytes as a topic takes by default, somewhere in the record. */
    Posting large(Entity entity, String good) {
        int length = 400_000 + random.nextInt(550_000);
        String text = switch (random.nextInt(3)) {
            case 0 -> "x".repeat(length);
            case 1 -> "1".repeat(length);
            default ->
                new String(randomBytes(length), ISO_8859_1)
                        .chars()
                        .mapToObj(c -> Character.toString('0' + c % 64))
                        .collect(Collectors.joining())
                        .replace("\\", "/");
        };
        if (random.nextInt(6) == 0) {
            return largeNameTwice(entity);
        }
        return random.nextInt(4) == 0
                ? either("large name", entity, good.replaceFirst("\\{", "{\"" + text + "\":0,"))
                : either("large text", entity, withMember(good, "\"" + text + "\""));
    }

    /** What tells the reason is large itself, and the record as large as its topic takes. */
    private Posting largeNameTwice(Entity entity) {
        String name = Character.toString(0x4E00 + random.nextInt(0x5000)).repeat(49_000);
        String rest = Base64.getEncoder().encodeToString(randomBytes(470_000));
        return rejected("large name twice", entity, "{\"" + name + "\":0,\"" + name + "\":0,\"x\":\"" + rest + "\"}");
    }

    /** Grows by half on its way: two bytes a character in UTF-16, three in UTF-8. */
    Posting growing(Entity entity, String good) {
        String text = IntStream.range(0, 480_000)
                .mapToObj(i -> Character.toString(0x4E00 + random.nextInt(0x5000)))
                .collect(Collectors.joining());
        String record = withMember(good, "\"" + text + "\"");
        return either("growing", entity, record.getBytes(Charset.forName("UTF-16BE")));
    }

    /** Four bits a character: another compression than gzip does not get it back below the topic's limit. */
    Posting zipped(Entity entity, String good) {
        String hex = IntStream.range(0, 1_700_000)
                .mapToObj(i -> Integer.toHexString(random.nextInt(16)))
                .collect(Collectors.joining());
        return random.nextBoolean()
                ? either("zipped", entity, withMember(good, "\"" + hex + "\""))
                : rejected("zipped and truncated", entity, "{\"x\":\"" + hex);
    }

    private String hugeNumber() {
        return random.nextBoolean()
                ? NUMBERS.get(random.nextInt(NUMBERS.size()))
                : "9".repeat(400 + random.nextInt(1_000));
    }

    private Posting deep(Entity entity, String good) {
        return switch (random.nextInt(4)) {
            case 0 -> rejected("deep", entity, "[".repeat(DEEP));
            case 1 -> rejected("deep", entity, "{\"a\":".repeat(DEEP));
            case 2 ->
                rejected(
                        "deep",
                        entity,
                        good.replaceFirst("\\{", "{\"x\":" + "[".repeat(DEEP) + "]".repeat(DEEP) + ","));
            default ->
                Posting.of(
                        "less deep",
                        entity,
                        Fate.CURATED,
                        null,
                        utf8(good.replaceFirst("\\{", "{\"x\":" + "[".repeat(900) + "]".repeat(900) + ",")));
        };
    }

    private Posting wrapped(Entity entity, String good) {
        String string = "\"" + good.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
        return switch (random.nextInt(5)) {
            case 0 -> curated("in an array", entity, "[" + good + "]");
            case 1 -> curated("in a string", entity, string);
            case 2 -> curated("in a string in an array", entity, "[" + string + "]");
            case 3 -> rejected("in two arrays", entity, "[[" + good + "]]");
            default -> rejected("two of them", entity, "[" + good + "," + good + "]");
        };
    }

    /** Names that share one hash code. */
    private Posting manyMembers(Entity entity, String good) {
        String members = IntStream.range(0, 4_096)
                .mapToObj(i -> "\""
                        + IntStream.range(0, 12)
                                .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                .collect(Collectors.joining())
                        + "\":0,")
                .collect(Collectors.joining());
        return curated("many members", entity, good.replaceFirst("\\{", "{" + members));
    }

    private String withMember(String good, String value) {
        int chosen = random.nextInt((int) MEMBER.matcher(good).results().count());
        Matcher matcher = MEMBER.matcher(good);
        for (int i = 0; i <= chosen; i++) {
            matcher.find();
        }
        return good.substring(0, matcher.start(2)) + value + good.substring(matcher.end(2));
    }

    private byte[] withBytes(String good, byte[] inserted) {
        // Before the quote that ends a text, if there is one.
        int at = good.indexOf("\",", random.nextInt(good.length()));
        String before = good.substring(0, at < 0 ? good.length() - 2 : at);
        byte[] value = new byte[utf8(good).length + inserted.length];
        byte[] head = utf8(before);
        byte[] tail = utf8(good.substring(before.length()));
        System.arraycopy(head, 0, value, 0, head.length);
        System.arraycopy(inserted, 0, value, head.length, inserted.length);
        System.arraycopy(tail, 0, value, head.length + inserted.length, tail.length);
        return value;
    }

    private byte[] inOtherCharset(String good) {
        List<String> charsets = List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "ISO-8859-1", "IBM500");
        return good.getBytes(Charset.forName(charsets.get(random.nextInt(charsets.size()))));
    }

    private byte[] withOneByteChanged(String good) {
        byte[] value = utf8(good);
        value[random.nextInt(value.length)] = (byte) random.nextInt(256);
        return value;
    }

    private byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private static Posting curated(String what, Entity entity, String value) {
        return Posting.of(what, entity, Fate.CURATED, null, utf8(value));
    }

    private static Posting rejected(String what, Entity entity, String value) {
        return Posting.of(what, entity, Fate.REJECTED, null, utf8(value));
    }

    private static Posting either(String what, Entity entity, String value) {
        return either(what, entity, utf8(value));
    }

    private static Posting either(String what, Entity entity, byte[] value) {
        return Posting.of(what, entity, Fate.EITHER, null, value);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
