package dev.pinflow.contract.cleaning;

import java.util.List;
import org.apache.avro.generic.GenericRecord;

/**
 * A record that passed.
 *
 * @param ind the post's index, the key of the curated topic
 * @param record the cleaned record in the entity's schema, texts as {@link String}
 * @param defects {@code column:rule} of each column that became null because its value broke a rule; also in the record
 * @param ignoredMembers how many members of the raw object the contract does not know
 */
public record Curated(int ind, GenericRecord record, List<String> defects, int ignoredMembers)
        implements CleaningResult {}
