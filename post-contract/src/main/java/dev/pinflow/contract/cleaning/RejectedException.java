package dev.pinflow.contract.cleaning;

/** Carries a rejection out of the depth of a rule; has no stack trace because bad records are everyday input. */
final class RejectedException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int QUOTED_CHARACTERS = 40;

    private final transient Rejected rejected;

    RejectedException(RejectReason reason, String field, String message) {
        super(message, null, false, false);
        this.rejected = new Rejected(reason, field, message);
    }

    Rejected rejected() {
        return rejected;
    }

    /** A value as it may stand in a message: short, on one line, in quotes. */
    static String quoted(String value) {
        String start = value.length() <= QUOTED_CHARACTERS ? value : value.substring(0, QUOTED_CHARACTERS) + "…";
        return "'" + start.replaceAll("\\p{Cntrl}", " ") + "'";
    }
}
