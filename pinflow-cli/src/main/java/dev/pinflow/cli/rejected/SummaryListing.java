package dev.pinflow.cli.rejected;

import dev.pinflow.cli.console.Table;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

final class SummaryListing implements Listing {
    /** What records are counted by. */
    private record Cause(String topic, String reason, String field) {}

    private final Map<Cause, Long> counts = new TreeMap<>(
            Comparator.comparing(Cause::topic).thenComparing(Cause::reason).thenComparing(Cause::field));

    @Override
    public void add(RejectedRecord record) {
        counts.merge(new Cause(record.raw().topic(), record.reason(), record.field()), 1L, Long::sum);
    }

    @Override
    public void end() {
        Table table = Table.ofText("topic", "reason", "field", "records");
        counts.forEach((cause, count) -> table.row(cause.topic(), cause.reason(), cause.field(), Long.toString(count)));
        System.out.print(table.render());
    }
}
