package dev.pinflow.contract;

import java.util.Set;

/**
 * The placeholders that the scraper wrote where it found nothing. Case-sensitive, and only when they are the whole
 * trimmed value. Counted in 3,329 real rows; see the data contract, section 4.
 */
public final class Sentinels {
    public static final String TITLE = "No Title Data Available";
    public static final String DESCRIPTION_OF_STORY = "No description available Story format";
    public static final String DESCRIPTION = "No description available";
    public static final String DESCRIPTION_UNTITLED = "Untitled";
    public static final String POSTER = "User Info Error";
    public static final String TAG_LIST = "N,o, ,T,a,g,s, ,A,v,a,i,l,a,b,l,e";
    public static final String IMAGE_SRC = "Image src error.";

    /** The same sentinel as older scrapers wrote it. */
    public static final String IMAGE_SRC_WITHOUT_DOT = "Image src error";

    /** What stands in front of every save location, its space included. */
    public static final String SAVE_LOCATION_PREFIX = "Local save in ";

    /** Texts that mean null in every text column; the empty and the blank text do too. */
    public static final Set<String> NULL_TEXTS = Set.of("null", "None");

    private Sentinels() {}

    /** The sentinels of one text column of the pin table; empty for the columns that have none of their own. */
    public static Set<String> of(String column) {
        return switch (column) {
            case "title" -> Set.of(TITLE);
            case "description" -> Set.of(DESCRIPTION_OF_STORY, DESCRIPTION, DESCRIPTION_UNTITLED);
            case "poster_name", "follower_count" -> Set.of(POSTER);
            case "tag_list" -> Set.of(TAG_LIST);
            case "image_src" -> Set.of(IMAGE_SRC, IMAGE_SRC_WITHOUT_DOT);
            default -> Set.of();
        };
    }
}
