/**
 * What to do about rejected records: look at them, and write them to their raw topics again once the rule or the sender
 * is mended.
 */
package dev.pinflow.cli.rejected;
