package dev.pinflow.cli.connect;

import dev.pinflow.cli.console.Table;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "status",
        description = "Shows every connector with its tasks; exit code 1 when one has failed.",
        footer = {"", "Example:", "  pinflow connect status --connect-url http://worker:8083"})
final class StatusCommand implements Callable<Integer> {
    @Mixin
    private ConnectOptions connect;

    @Override
    public Integer call() {
        ConnectRest rest = connect.rest();
        Table table = new Table("connector", "state", "tasks", "failure");
        boolean failed = false;
        for (String name : rest.names().stream().sorted().toList()) {
            Optional<ConnectorStatus> status = rest.status(name);
            failed |= status.map(ConnectorStatus::isFailed).orElse(false);
            table.row(
                    name,
                    status.map(ConnectorStatus::state).orElse("UNKNOWN"),
                    status.map(known -> String.join(" ", known.taskStates())).orElse(""),
                    status.flatMap(ConnectorStatus::failure).orElse(""));
        }
        System.out.print(table.render());
        return failed ? 1 : 0;
    }
}
