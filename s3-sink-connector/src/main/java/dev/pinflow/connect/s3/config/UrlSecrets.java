package dev.pinflow.connect.s3.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigValue;

/** Keeps passwords inside URLs, such as a proxy's, out of the answers to validations, which repeat values. */
final class UrlSecrets {
    private static final Pattern WORD = Pattern.compile("\\S+");

    private UrlSecrets() {}

    static ConfigValue hiddenIn(ConfigValue value) {
        boolean isUrl = value.name().endsWith(".url") && value.value() != null;
        List<String> messages = new ArrayList<>(
                value.errorMessages().stream().map(UrlSecrets::hidden).toList());
        ConfigValue hidden = new ConfigValue(
                value.name(),
                isUrl ? hidden(value.value().toString()) : value.value(),
                value.recommendedValues(),
                messages);
        hidden.visible(value.visible());
        return hidden;
    }

    /** The text with what lies between colon and at sign of each word left out. */
    static String hidden(String text) {
        return WORD.matcher(text).replaceAll(word -> Matcher.quoteReplacement(hiddenInWord(word.group())));
    }

    private static String hiddenInWord(String word) {
        int colon = word.indexOf(':');
        int at = word.lastIndexOf('@');
        return colon >= 0 && colon < at ? word.substring(0, colon + 1) + "[hidden]" + word.substring(at) : word;
    }
}
