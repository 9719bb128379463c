package app.countersign.measure;

import java.time.Instant;

/**
 * What stood at an address of the web at an instant.
 *
 * @param name for the file that it makes
 */
record Snapshot(byte[] bytes, String name, Instant at) {}
