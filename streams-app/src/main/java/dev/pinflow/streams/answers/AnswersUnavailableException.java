package dev.pinflow.streams.answers;

/** The live answers cannot be read now; asking again later may help. The message is one sentence for a person. */
public final class AnswersUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AnswersUnavailableException(String message) {
        super(message);
    }

    public AnswersUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
