package app.countersign.document;

/**
 * A file that is kept.
 *
 * @param sha256 64 lower-case hexadecimal digits; its name and the proof of its content
 * @param size in bytes
 */
public record StoredFile(String sha256, long size) {}
