package dev.pinflow.cli.schemas;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "check",
        description =
                "Looks whether the curated topics' schemas are registered, and changes nothing. Exit code 1 when one"
                        + " is not.",
        footer = {"", "Example:", "  pinflow schemas check --registry-url http://registry:8080"})
final class CheckCommand implements Callable<Integer> {
    @Mixin
    private SchemasOptions schemas;

    @Override
    public Integer call() {
        schemas.registration()
                .requireRegistered(schemas.topics())
                .forEach(schema -> System.out.println(schema.subject() + "  schema " + schema.id()));
        return 0;
    }
}
