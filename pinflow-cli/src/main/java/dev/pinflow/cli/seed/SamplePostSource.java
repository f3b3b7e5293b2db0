package dev.pinflow.cli.seed;

import dev.pinflow.cli.sample.GeoRow;
import dev.pinflow.cli.sample.PinRow;
import dev.pinflow.cli.sample.SamplePosts;
import dev.pinflow.cli.sample.UserRow;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Generated rows, made anew for each table. */
final class SamplePostSource extends PostSource {
    private final SamplePosts posts;

    SamplePostSource(SamplePosts posts) {
        this.posts = posts;
    }

    @Override
    public long rows(SourceTable table) {
        return posts.count();
    }

    @Override
    public long incomplete() {
        return 0;
    }

    @Override
    boolean has(SourceTable table, long index) {
        return index >= 0 && index < posts.count();
    }

    @Override
    Stream<TableRow> open(SourceTable table) {
        IntStream indexes = IntStream.range(0, posts.count());
        return switch (table) {
            case PINTEREST_DATA -> indexes.mapToObj(index -> row(posts.pin(index)));
            case GEOLOCATION_DATA -> indexes.mapToObj(index -> row(posts.geo(index)));
            case USER_DATA -> indexes.mapToObj(index -> row(posts.user(index)));
        };
    }

    private static TableRow row(PinRow pin) {
        return TableRow.of(
                (long) pin.index(),
                pin.uniqueId(),
                pin.title(),
                pin.description(),
                pin.posterName(),
                pin.followerCount(),
                pin.tagList(),
                pin.isImageOrVideo(),
                pin.imageSrc(),
                (long) pin.downloaded(),
                pin.saveLocation(),
                pin.category());
    }

    private static TableRow row(GeoRow geo) {
        return TableRow.of(
                (long) geo.ind(), DateTimeText.of(geo.timestamp()), geo.latitude(), geo.longitude(), geo.country());
    }

    private static TableRow row(UserRow user) {
        return TableRow.of(
                (long) user.ind(),
                user.firstName(),
                user.lastName(),
                (long) user.age(),
                DateTimeText.of(user.dateJoined()));
    }
}
