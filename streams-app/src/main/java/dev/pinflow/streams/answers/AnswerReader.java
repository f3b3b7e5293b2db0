package dev.pinflow.streams.answers;

import dev.pinflow.contract.report.Report;

/** Reads the live answers as they stand in this instance. Thread-safe. */
public interface AnswerReader {
    /**
     * The whole answer to one of {@link Report#LIVE}.
     *
     * @throws AnswersUnavailableException when this instance has not read the answers yet, or reads them no more
     */
    AnswerPage read(Report report);
}
