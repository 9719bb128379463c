package app.countersign.document;

/**
 * What a seal says of itself in the signature dictionary; each may be null.
 *
 * @param name who seals
 * @param reason why
 * @param location where
 */
public record SealNote(String name, String reason, String location) {}
