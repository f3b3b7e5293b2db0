package dev.pinflow.cli.schemas;

import dev.pinflow.cli.cluster.RegistryOptions;
import dev.pinflow.cli.cluster.StackOption;
import dev.pinflow.cli.cluster.UserOption;
import dev.pinflow.contract.Topics;
import dev.pinflow.streams.schemas.SchemaRegistration;
import picocli.CommandLine.Mixin;

/** Whose schemas, and where. */
final class SchemasOptions {
    @Mixin
    private StackOption stack;

    @Mixin
    private UserOption user;

    @Mixin
    private RegistryOptions registry;

    Topics topics() {
        return user.topics(stack);
    }

    SchemaRegistration registration() {
        return new SchemaRegistration(registry.confluentApi(stack));
    }
}
