package dev.pinflow.cli.sample;

import dev.pinflow.contract.Sentinels;
import java.util.List;

/**
 * Which sentinels a pin row carries, by kind of medium. The combinations are those that occur in real rows, each with
 * how often among {@value #ROWS} of them; only a story page loses its image, and a row without a title has lost
 * everything else too.
 */
record Flaws(String medium, boolean noPage, boolean noTags, boolean noImage, String description, int frequency) {
    static final String IMAGE = "image";
    static final String VIDEO = "video";
    static final String STORY = "multi-video(story page format)";

    /** Stands for a description that is there. */
    static final String WRITTEN = "";

    private static final int ROWS = 3329;

    private static final List<Flaws> ALL = List.of(
            new Flaws(IMAGE, false, false, false, WRITTEN, 2934),
            new Flaws(STORY, false, false, false, Sentinels.DESCRIPTION_OF_STORY, 150),
            new Flaws(VIDEO, false, false, false, WRITTEN, 88),
            new Flaws(STORY, false, false, true, Sentinels.DESCRIPTION_OF_STORY, 59),
            new Flaws(IMAGE, false, false, false, Sentinels.DESCRIPTION, 49),
            new Flaws(STORY, true, true, true, Sentinels.DESCRIPTION_OF_STORY, 24),
            new Flaws(IMAGE, false, true, false, WRITTEN, 15),
            new Flaws(VIDEO, false, false, false, Sentinels.DESCRIPTION, 4),
            new Flaws(VIDEO, false, true, false, WRITTEN, 3),
            new Flaws(STORY, false, true, false, Sentinels.DESCRIPTION_OF_STORY, 2),
            new Flaws(IMAGE, false, false, false, Sentinels.DESCRIPTION_UNTITLED, 1));

    /** @param share in [0, 1): which part of all posts, in the order of the list */
    static Flaws at(double share) {
        int position = (int) (share * ROWS);
        int next = 0;
        while (position >= ALL.get(next).frequency) {
            position -= ALL.get(next).frequency;
            next++;
        }
        return ALL.get(next);
    }
}
