package dev.pinflow.cli.rejected;

/** A record without a value is an empty line. */
final class ValueListing implements Listing {
    @Override
    public void add(RejectedRecord record) {
        byte[] value = record.content().value();
        if (value != null) {
            System.out.write(value, 0, value.length);
        }
        System.out.write('\n');
    }
}
