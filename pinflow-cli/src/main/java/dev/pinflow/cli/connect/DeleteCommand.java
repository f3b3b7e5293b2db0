package dev.pinflow.cli.connect;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "delete",
        description = "Deletes connectors; their topics, objects and offsets stay.",
        footer = {"", "Example:", "  pinflow connect delete rds-source"})
final class DeleteCommand implements Callable<Integer> {
    @Mixin
    private ConnectOptions connect;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Names of the connectors.")
    private List<String> names;

    @Override
    public Integer call() {
        ConnectRest rest = connect.rest();
        for (String name : names) {
            rest.delete(name);
            System.out.println(name + "  deleted");
        }
        return 0;
    }
}
