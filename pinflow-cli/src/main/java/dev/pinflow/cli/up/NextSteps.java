package dev.pinflow.cli.up;

import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.StackOption;
import java.nio.file.Path;

/** What one can do with a running stack, as commands to copy. */
public final class NextSteps {
    private NextSteps() {}

    /** The commands, one a line. */
    public static String text(RunningStack stack, Path output) {
        String folder = output.equals(Path.of(StackOption.DEFAULT_OUTPUT)) ? "" : " --output " + output;
        return """
                The stack runs. In another terminal:
                  ./pinflow seed%s
                  ./pinflow connect apply connector-configs/rds-source.json%s
                  ./pinflow topics read user-%s.pin --max 5%s
                  ./pinflow ledger%s
                  ./pinflow report%s
                  curl %s/answers/category-by-country
                  curl -H 'Content-Type: application/vnd.kafka.json.v2+json' %s/topics/user-%s.pin -d '{"records":[…]}'
                  ./pinflow down%s
                """.formatted(
                        folder,
                        folder,
                        stack.userId(),
                        folder,
                        folder,
                        folder,
                        stack.streamsUrl(),
                        stack.gatewayUrl(),
                        stack.userId(),
                        folder);
    }
}
