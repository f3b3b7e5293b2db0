package dev.pinflow.cli.sample;

import java.util.List;

/** Descriptions. Long ones were cut by the site they came from, which left an ellipsis and a no-break space. */
final class Descriptions {
    private static final int LONGEST = 180;
    private static final String CUT_MARK = "…\u00a0";
    private static final int CUT_AT = 177;
    private static final int LONGEST_WORD = 25;
    private static final Curve CUT_EARLIER = new Curve(new double[] {0, 1}, new int[] {140, CUT_AT});
    private static final Curve WHOLE = new Curve(
            new double[] {0, .03, .08, .17, .25, .34, .44, .64, .91, .995, 1},
            new int[] {4, 20, 40, 60, 80, 100, 120, 140, 160, 179, LONGEST});

    private final Words words;
    private final Phrases phrases;

    Descriptions(Words words, Phrases phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    String description(List<String> things, Draw draw) {
        if (draw.chance(.4)) {
            return cut(things, draw);
        }
        String text = sentences(WHOLE.at(draw.unit()), things, draw);
        return Phrases.cut(draw.chance(.008) ? text + draw.pick(words.emoji()) : text, LONGEST);
    }

    private String cut(List<String> things, Draw draw) {
        String text = sentences(CUT_AT + LONGEST_WORD, things, draw);
        String beginning = draw.chance(.83)
                ? Phrases.cut(text, CUT_AT)
                : Phrases.cutBetweenWords(text, CUT_EARLIER.at(draw.unit()));
        return beginning + CUT_MARK;
    }

    private String sentences(int length, List<String> things, Draw draw) {
        List<String> patterns = draw.chance(.01) ? words.foreign() : words.sentences();
        return phrases.ofLength(length, patterns, " ", things, draw);
    }
}
