package dev.pinflow.cli.rejected;

import dev.pinflow.cli.console.Table;

/** One table, or one for every few hundred records, so that any number of them can be printed. */
final class TableListing implements Listing {
    private static final int ROWS = 500;
    private static final int MESSAGE_CHARACTERS = 100;

    private Table table = empty();
    private int rows;

    private static Table empty() {
        return Table.ofText("topic", "position", "timestamp", "reason", "field", "attempt", "message");
    }

    @Override
    public void add(RejectedRecord record) {
        table.row(
                record.raw().topic(),
                record.raw().partition() + ":" + record.raw().offset(),
                record.timestamp().toString(),
                record.reason(),
                record.field(),
                Integer.toString(record.attempt()),
                shortened(record.message()));
        if (++rows == ROWS) {
            end();
            table = empty();
            rows = 0;
        }
    }

    @Override
    public void end() {
        if (rows > 0) {
            System.out.print(table.render());
        }
    }

    private static String shortened(String message) {
        String line = message.replaceAll("\\p{Cntrl}", " ");
        return line.length() <= MESSAGE_CHARACTERS ? line : line.substring(0, MESSAGE_CHARACTERS - 1) + "…";
    }
}
