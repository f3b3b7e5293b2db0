package dev.pinflow.cli.sample;

import java.util.List;
import java.util.Locale;

/** Names of posting accounts: nicknames, people, and pages that carry their whole slogan. */
final class PosterNames {
    private static final int LONGEST = 268;
    private static final int LONGEST_NICKNAME = 10;
    private static final Curve LENGTHS = new Curve(
            new double[] {0, .01, .05, .1, .25, .5, .75, .9, .95, .99, .9996, 1},
            new int[] {1, 4, 7, 8, 11, 16, 25, 51, 61, 80, 113, LONGEST});

    private final Words words;
    private final Phrases phrases;

    PosterNames(Words words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    String posterName(List<String> things, Draw draw) {
        int length = LENGTHS.at(draw.unit());
        String name = name(length, things, draw);
        double share = draw.unit();
        if (share < .002) {
            name = name + " " + draw.pick(words.emoji());
        } else if (share < .019) {
            name = name + " ";
        } else if (share < .0193) {
            name = " " + name;
        }
        return Phrases.cut(name, LONGEST);
    }

    private String name(int length, List<String> things, Draw draw) {
        String first = draw.pick(words.firstNames());
        String last = draw.pick(words.lastNames());
        if (length <= LONGEST_NICKNAME) {
            return Phrases.cut((first + last + draw.below(100)).toLowerCase(Locale.ROOT), length);
        }
        String adjective = draw.pick(words.adjectives());
        String name = draw.pick(List.of(first + " " + last, adjective + " " + last, "The " + adjective + " " + first));
        int room = length - name.length() - " | ".length();
        return room < LONGEST_NICKNAME
                ? name
                : name + " | " + phrases.ofLength(room, words.taglines(), " | ", things, draw);
    }
}
