package dev.pinflow.cli.rejected;

final class JsonListing implements Listing {
    private final RejectedLine line = new RejectedLine();

    @Override
    public void add(RejectedRecord record) {
        System.out.println(line.of(record));
    }
}
