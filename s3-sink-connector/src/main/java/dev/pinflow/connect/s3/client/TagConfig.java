package dev.pinflow.connect.s3.client;

import dev.pinflow.connect.s3.problem.Findings;
import dev.pinflow.connect.s3.problem.Rules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import software.amazon.awssdk.services.s3.model.Tag;

/** The options about object tags. */
final class TagConfig {
    static final String TAGGING = "s3.object.tagging";
    static final String PAIRS = "s3.object.tagging.key.value.pairs";
    static final String ON_ERROR = "s3.object.behavior.on.tagging.error";

    /** S3's own limits: tags per object, and characters of a key and of a value. */
    private static final int MOST_TAGS = 10;

    private static final String KEY_PATTERN = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{1,128}";
    private static final String VALUE_PATTERN = "[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]{0,256}";

    private static final String IGNORE = "ignore";
    private static final String FAIL = "fail";

    private TagConfig() {}

    static void define(ConfigDef def) {
        def.define(
                TAGGING,
                ConfigDef.Type.BOOLEAN,
                false,
                Importance.LOW,
                "Tag each object of values with startOffset, endOffset (of its last record) and recordCount, by one"
                        + " more request per object, which needs s3:PutObjectTagging.");
        def.define(
                PAIRS,
                ConfigDef.Type.LIST,
                List.of(),
                Importance.LOW,
                "With " + TAGGING + "=true: up to 7 more tags as key:value,key2:value2; a value may hold colons.");
        def.define(
                ON_ERROR,
                ConfigDef.Type.STRING,
                IGNORE,
                Rules.oneOf(List.of(IGNORE, FAIL), ""),
                Importance.LOW,
                "With " + TAGGING + "=true, when S3 refuses the tags of an object that is written: ignore logs a"
                        + " warning, fail stops the task.");
    }

    static void check(Findings findings) {
        if (!(findings.value(PAIRS) instanceof List<?> items)) {
            return;
        }
        Set<String> keys = new HashSet<>(ObjectTags.OWN);
        for (Object item : items) {
            problem(item.toString(), keys).ifPresent(sentence -> findings.problem(PAIRS, sentence));
        }
        int most = MOST_TAGS - ObjectTags.OWN.size();
        if (items.size() > most) {
            findings.problem(
                    PAIRS,
                    "must be at most " + most + " tags, because S3 allows " + MOST_TAGS + " per object and "
                            + String.join(", ", ObjectTags.OWN) + " are among them");
        }
    }

    static ObjectTags from(AbstractConfig config) {
        List<Tag> more = new ArrayList<>();
        for (String item : config.getList(PAIRS)) {
            int colon = item.indexOf(':');
            more.add(Tag.builder()
                    .key(item.substring(0, colon).strip())
                    .value(item.substring(colon + 1).strip())
                    .build());
        }
        return new ObjectTags(
                config.getBoolean(TAGGING), more, config.getString(ON_ERROR).equals(FAIL));
    }

    private static Optional<String> problem(String item, Set<String> keys) {
        int colon = item.indexOf(':');
        if (colon < 0) {
            return Optional.of(item + " must be key:value");
        }
        String key = item.substring(0, colon).strip();
        if (!key.matches(KEY_PATTERN)) {
            return Optional.of("the key of " + item + " must be 1 to 128 letters, digits, spaces and _.:/=+-@");
        }
        if (!item.substring(colon + 1).strip().matches(VALUE_PATTERN)) {
            return Optional.of("the value of " + item + " must be at most 256 letters, digits, spaces and _.:/=+-@");
        }
        return keys.add(key) ? Optional.empty() : Optional.of("the key " + key + " is taken: give each tag another");
    }
}
