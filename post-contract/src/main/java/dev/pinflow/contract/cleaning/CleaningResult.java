package dev.pinflow.contract.cleaning;

/** What became of one raw record: it is either curated or rejected, never both and never lost. */
public sealed interface CleaningResult permits Curated, Rejected {}
