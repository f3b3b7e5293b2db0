package dev.pinflow.cli.rejected;

import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "Prints rejected records: where they came from, and why they were rejected.",
        footer = {
            "",
            "Examples:",
            "  pinflow rejected list --topic pin --reason missing-member --max 20",
            "  pinflow rejected list --summary --bootstrap-server broker:9092 --user-id 0123456789ab",
            "  pinflow rejected list --json --from 2026-05-01"
        })
final class ListRejectedCommand implements Callable<Integer> {
    @Mixin
    private RejectedTopic rejected;

    @ArgGroup
    private Form form = new Form();

    /** How the records are printed; as a table unless told otherwise. */
    static final class Form {
        @Option(names = "--summary", description = "Count the records by topic, reason and field.")
        private boolean summary;

        @Option(
                names = "--json",
                description = "Print each record as a JSON object on a line of its own, with key and value as text, or"
                        + " in Base64 where they are none.")
        private boolean json;

        @Option(names = "--values", description = "Print nothing but the raw values, byte by byte, one a line.")
        private boolean values;

        private Listing listing() {
            if (summary) {
                return new SummaryListing();
            }
            if (json) {
                return new JsonListing();
            }
            return values ? new ValueListing() : new TableListing();
        }
    }

    @Override
    public Integer call() {
        Listing listing = form.listing();
        long[] left = {rejected.max()};
        rejected.read(record -> {
            listing.add(record);
            return --left[0] > 0;
        });
        listing.end();
        System.out.flush();
        if (left[0] == rejected.max()) {
            System.err.println("No rejected record is selected.");
        }
        return 0;
    }
}
