package dev.pinflow.cli.schemas;

import dev.pinflow.contract.CuratedSchemas;
import dev.pinflow.contract.Entity;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "print",
        description = "Prints the curated topics' Avro schemas as JSON, each on a line of its own; asks no server.",
        footer = {"", "Example:", "  pinflow schemas print pin"})
final class PrintCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "ENTITY",
            description = "Only this one: ${COMPLETION-CANDIDATES} (default: all).")
    private Entity entity;

    @Override
    public Integer call() {
        for (Entity each : Entity.values()) {
            if (entity == null || entity == each) {
                System.out.println(CuratedSchemas.of(each));
            }
        }
        return 0;
    }
}
