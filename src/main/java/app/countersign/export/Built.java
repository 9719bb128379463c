package app.countersign.export;

/**
 * What came of building an archive.
 *
 * @param size in bytes
 * @param fingerprint of the key that signed it, 64 hexadecimal digits
 * @param proven how many measures were
 */
record Built(long size, String fingerprint, int proven, int due, int unproven) {}
