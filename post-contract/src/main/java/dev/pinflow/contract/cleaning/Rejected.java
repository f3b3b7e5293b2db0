package dev.pinflow.contract.cleaning;

/**
 * A record that goes to the rejected topic.
 *
 * @param reason the rule that it broke
 * @param field the member that broke it, or the empty text when it is the record as a whole
 * @param message one sentence for a person; quotes at most a short piece of the value
 */
public record Rejected(RejectReason reason, String field, String message) implements CleaningResult {}
