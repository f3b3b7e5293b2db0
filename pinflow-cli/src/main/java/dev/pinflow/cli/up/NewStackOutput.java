package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.StackOption;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The folder of a stack that is to be started. */
public final class NewStackOutput {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private Path folder = Path.of(StackOption.DEFAULT_OUTPUT);

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Folder for results, data, secrets and logs (default: " + StackOption.DEFAULT_OUTPUT + ").")
    void setFolder(Path folder) {
        if (folder.toString().isEmpty()) {
            throw new ParameterException(command.commandLine(), "--output needs the name of a folder.");
        }
        this.folder = folder;
    }

    public Path folder() {
        return folder;
    }
}
