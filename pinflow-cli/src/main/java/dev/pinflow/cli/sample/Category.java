package dev.pinflow.cli.sample;

import java.util.List;
import java.util.Locale;

/**
 * The 13 categories in table order, each with the number of posts that it has among 11,154: the table is sorted by
 * category, so the sizes are read off the indexes at which real rows change category.
 */
enum Category {
    ART(894),
    BEAUTY(739),
    CHRISTMAS(1003),
    DIY_AND_CRAFTS(832),
    EDUCATION(863),
    EVENT_PLANNING(747),
    FINANCE(787),
    HOME_DECOR(862),
    MENS_FASHION(853),
    QUOTES(905),
    TATTOOS(976),
    TRAVEL(849),
    VEHICLES(844);

    private static final List<Category> ALL = List.of(values());
    private static final long TOTAL = ALL.stream().mapToLong(each -> each.posts).sum();

    private final int posts;
    private final String label;

    @SuppressWarnings("ImmutableEnumChecker") // made by Stream.toList
    private final List<String> things;

    Category(int posts) {
        this.posts = posts;
        this.label = name().toLowerCase(Locale.ROOT).replace('_', '-');
        this.things = Words.lines("topics/" + label);
    }

    /** The category of the post at an index of a sorted table with so many rows. */
    static Category at(int index, int rows) {
        long position = index * TOTAL / rows;
        int next = 0;
        while (position >= ALL.get(next).posts) {
            position -= ALL.get(next).posts;
            next++;
        }
        return ALL.get(next);
    }

    String label() {
        return label;
    }

    /** What its posts are about. */
    List<String> things() {
        return things;
    }
}
