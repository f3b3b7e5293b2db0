package dev.pinflow.cli.sample;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tag lists: nine tags as a rule, joined by commas without spaces. */
final class Tags {
    private static final int LONGEST = 254;
    private static final List<String> ENDINGS = List.of("", "", " Ideas", " Inspiration", " Tips", " Design");

    private final Words words;

    Tags(Words words) {
        this.words = words;
    }

    String tagList(List<String> things, Draw draw) {
        int wanted = draw.chance(.9) ? 9 : 3 + draw.below(6);
        Set<String> tags = new LinkedHashSet<>();
        int length = 0;
        while (tags.size() < wanted) {
            String tag = tag(things, draw);
            if (tags.contains(tag)) {
                continue;
            }
            length += tag.length() + 1;
            if (length > LONGEST) {
                break;
            }
            tags.add(tag);
        }
        return String.join(",", tags);
    }

    private String tag(List<String> things, Draw draw) {
        String adjective = draw.chance(.3) ? draw.pick(words.adjectives()) + " " : "";
        return adjective + draw.pick(things) + draw.pick(ENDINGS);
    }
}
