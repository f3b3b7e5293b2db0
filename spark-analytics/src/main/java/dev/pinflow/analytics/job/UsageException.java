package dev.pinflow.analytics.job;

import java.util.List;

/** The command line is wrong; the message has one sentence a problem, each on a line of its own. */
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UsageException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
    }
}
