package dev.pinflow.cli.sample;

import dev.pinflow.contract.Sentinels;
import java.util.HexFormat;
import java.util.UUID;

/** Makes pin rows. Image addresses end in {@code .example}, a domain that belongs to nobody (RFC 2606). */
final class PinMaker {
    private static final String IMAGES = "https://images.pinflow.example/";

    private final Titles titles;
    private final Descriptions descriptions;
    private final Tags tags;

    PinMaker(Words words) {
        Phrases phrases = new Phrases(words);
        this.titles = new Titles(words, phrases);
        this.descriptions = new Descriptions(words, phrases);
        this.tags = new Tags(words);
    }

    PinRow pin(int index, Category category, Flaws flaws, Account account, Draw draw) {
        return new PinRow(
                index,
                uniqueId(draw),
                flaws.noPage() ? Sentinels.TITLE : titles.title(category.things(), draw),
                description(category, flaws, draw),
                account.posterName(),
                account.followerCount(),
                flaws.noTags() ? Sentinels.TAG_LIST : tags.tagList(category.things(), draw),
                flaws.medium(),
                flaws.noImage() ? Sentinels.IMAGE_SRC : imageSrc(flaws.medium(), draw),
                flaws.noImage() ? 0 : 1,
                Sentinels.SAVE_LOCATION_PREFIX + "/data/" + category.label(),
                category.label());
    }

    private String description(Category category, Flaws flaws, Draw draw) {
        return flaws.description().equals(Flaws.WRITTEN)
                ? descriptions.description(category.things(), draw)
                : flaws.description();
    }

    /** A random UUID: version 4, variant 2 (RFC 9562). */
    private static String uniqueId(Draw draw) {
        long most = (draw.nextLong() & ~0xF000L) | 0x4000L;
        long least = (draw.nextLong() >>> 2) | (1L << 63);
        return new UUID(most, least).toString();
    }

    private static String imageSrc(String medium, Draw draw) {
        HexFormat hex = HexFormat.of();
        String hash = hex.toHexDigits(draw.nextLong()) + hex.toHexDigits(draw.nextLong());
        String path = "originals/" + hash.substring(0, 2) + "/" + hash.substring(2, 4) + "/" + hash.substring(4, 6)
                + "/" + hash;
        return medium.equals(Flaws.IMAGE)
                ? IMAGES + path + (draw.chance(.1) ? ".png" : ".jpg")
                : IMAGES + "videos/thumbnails/" + path + ".0000001.jpg";
    }
}
