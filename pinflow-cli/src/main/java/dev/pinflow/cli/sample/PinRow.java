package dev.pinflow.cli.sample;

/**
 * A row of {@code pinterest_data}, before any cleaning: sentinels, outer spaces and line breaks stand as they are
 * posted. No component is null.
 *
 * @param index the post's number, from 0
 * @param downloaded 0 exactly when {@code imageSrc} is the sentinel, else 1
 */
public record PinRow(
        int index,
        String uniqueId,
        String title,
        String description,
        String posterName,
        String followerCount,
        String tagList,
        String isImageOrVideo,
        String imageSrc,
        int downloaded,
        String saveLocation,
        String category) {}
