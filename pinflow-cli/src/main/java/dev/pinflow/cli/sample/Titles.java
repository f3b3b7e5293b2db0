package dev.pinflow.cli.sample;

import java.util.List;

/** Titles, with the dirt of real ones: a few are empty, broken over lines, padded, foreign or adorned. */
final class Titles {
    private static final int LONGEST = 199;
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final Curve LENGTHS = new Curve(
            new double[] {0, .01, .05, .1, .25, .5, .75, .9, .95, .99, .9995, 1},
            new int[] {4, 9, 16, 21, 34, 50, 64, 79, 93, 134, 180, LONGEST});

    private final Words words;
    private final Phrases phrases;

    Titles(Words words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    String title(List<String> things, Draw draw) {
        if (draw.chance(.0003)) {
            return "";
        }
        String title = draw.chance(.01)
                ? draw.pick(words.foreign())
                : phrases.ofLength(LENGTHS.at(draw.unit()), words.headlines(), separator(draw), things, draw);
        return Phrases.cut(pad(adorn(title, draw), draw), LONGEST);
    }

    private static String separator(Draw draw) {
        return draw.pick(List.of(" | ", ", ", " - ", " — ", " – ", " • ", ": "));
    }

    private String adorn(String title, Draw draw) {
        double share = draw.unit();
        if (share < .009) {
            return title + " " + draw.pick(words.emoji());
        }
        if (share < .018) {
            return '"' + title + '"';
        }
        if (share < .024) {
            return title + "...";
        }
        if (share < .0246) {
            return title + " \\o/";
        }
        return title;
    }

    private static String pad(String title, Draw draw) {
        double share = draw.unit();
        if (share < .0015) {
            return title.replaceFirst(" ", "\n");
        }
        if (share < .0018) {
            return title + "\n";
        }
        if (share < .0033) {
            return title + " ";
        }
        if (share < .0036) {
            return " " + title;
        }
        return share < .0063 ? title.replace(' ', NO_BREAK_SPACE) : title;
    }
}
