package dev.pinflow.cli.rejected;

import dev.pinflow.cli.cluster.CommittedRecords;
import dev.pinflow.cli.console.Progress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "replay",
        description =
                "Writes rejected records to their raw topics again, bytes untouched, each of them once however often"
                        + " this is run. Exit code 1 when a record cannot be written.",
        footer = {
            "",
            "A replayed record has its key, its timestamp, its own headers, and three more: pinflow.replay.attempt,",
            "pinflow.replay.origin and pinflow.replay.raw. What the raw topics hold already with the same origin is",
            "left out.",
            "",
            "Examples:",
            "  pinflow rejected replay --reason missing-member --dry-run",
            "  pinflow rejected replay --topic pin --from 2026-05-01 --max-attempts 1"
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private RejectedTopic rejected;

    @Option(names = "--dry-run", description = "Say what would be replayed, and write nothing.")
    private boolean dryRun;

    @Option(names = "--again", description = "Replay also what was replayed before.")
    private boolean again;

    private int maxAttempts = 3;

    @Option(
            names = "--max-attempts",
            paramLabel = "N",
            description = "Leave out records that were replayed so often in vain (default: 3).")
    void setMaxAttempts(int maxAttempts) {
        if (maxAttempts < 1) {
            throw new ParameterException(
                    command.commandLine(), "--max-attempts must be 1 or more, not " + maxAttempts + ".");
        }
        this.maxAttempts = maxAttempts;
    }

    @Override
    public Integer call() {
        rejected.requireValid();
        ReplayTally tally = dryRun ? rehearse() : replay();
        System.out.print(tally.render(dryRun));
        return tally.count(Fate.TOO_LARGE) > 0 ? 1 : 0;
    }

    private ReplayTally rehearse() {
        ReplayPlan plan = plan();
        ReplayTally tally = new ReplayTally();
        rejected.read(record -> {
            tally.add(record, plan.of(record), plan.isCertain(record));
            return tally.count(Fate.REPLAYED) < rejected.max();
        });
        return tally;
    }

    private ReplayTally replay() {
        // The writer first: once it stands, no earlier replay can write any more, and the plan sees all that they
        // wrote.
        try (RawTopicWriter writer = new RawTopicWriter(rejected.clientProperties(), rejected.topics())) {
            Replay replay = new Replay(plan(), writer, rejected.max(), Progress.onStandardError());
            rejected.read(replay::take);
            return replay.finish();
        }
    }

    private ReplayPlan plan() {
        return ReplayPlan.of(new CommittedRecords(rejected.clientProperties()), rejected.topics(), maxAttempts, again);
    }
}
