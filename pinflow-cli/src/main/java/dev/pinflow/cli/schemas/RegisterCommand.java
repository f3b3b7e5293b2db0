package dev.pinflow.cli.schemas;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "register",
        description =
                "Registers the curated topics' schemas, or finds them registered, and has the registry refuse later"
                        + " versions that cannot read every earlier one. Exit code 1 when a schema is refused.",
        footer = {
            "",
            "Example:",
            "  pinflow schemas register --registry-url http://registry:8081 --registry-kind confluent \\",
            "    --user-id 0123456789ab"
        })
final class RegisterCommand implements Callable<Integer> {
    @Mixin
    private SchemasOptions schemas;

    @Override
    public Integer call() {
        schemas.registration()
                .register(schemas.topics())
                .forEach(schema -> System.out.println(schema.subject() + "  schema " + schema.id()));
        return 0;
    }
}
