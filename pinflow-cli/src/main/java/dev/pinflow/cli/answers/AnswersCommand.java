package dev.pinflow.cli.answers;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pinflow.cli.cluster.RunningStack;
import dev.pinflow.cli.cluster.StackOption;
import dev.pinflow.cli.console.Table;
import dev.pinflow.contract.report.Report;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "answers",
        description = "Prints the live answers of the streams service: what the reports say, kept up to date.",
        footer = {"", "Example:", "  pinflow answers category-by-country --url http://streams:8082"})
public final class AnswersCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Mixin
    private StackOption stack;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "The streams service's management address (default: the running local stack's).")
    private String url;

    @Option(names = "--json", description = "Print the service's answer, one JSON object for each report.")
    private boolean json;

    @Parameters(arity = "0..1", paramLabel = "REPORT", description = "One of the live reports (default: all of them).")
    private String report;

    @Override
    public Integer call() {
        List<Report> wanted = wanted();
        LiveAnswers answers = new LiveAnswers(stack.valueOf(url, "--url", RunningStack::streamsUrl));
        for (Report each : wanted) {
            JsonNode answer = answers.read(each);
            System.out.print(json ? answer + "\n" : text(each, answer));
        }
        return 0;
    }

    private List<Report> wanted() {
        List<Report> wanted = Report.LIVE.stream()
                .filter(live -> report == null || live.id().equals(report))
                .toList();
        if (wanted.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no live report '" + report + "', only "
                            + Report.LIVE.stream().map(Report::id).collect(Collectors.joining(", ")) + ".");
        }
        return wanted;
    }

    static String text(Report report, JsonNode answer) {
        Table table = Table.ofText(report.columns().toArray(String[]::new));
        for (JsonNode row : answer.path("rows")) {
            table.row(report.columns().stream()
                    .map(column -> row.path(column).asText())
                    .toArray(String[]::new));
        }
        String asOf = answer.path("asOf").asText("");
        return report.title() + " (" + report.id() + (asOf.isEmpty() ? "" : ", as of " + asOf) + ")\n" + table.render();
    }
}
