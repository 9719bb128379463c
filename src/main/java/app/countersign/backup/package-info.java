/**
 * Copies all that the installation holds into a file elsewhere, encrypted, and proves each copy by restoring it.
 *
 * <p>A backup is made of rows and not of the database's own files: what was saved from one database can be restored into
 * another kind, and a backup outlives the database's version. The lower half of the room is plain Java over JDBC, since
 * the command that restores runs where there is no server: {@link app.countersign.backup.Snapshot} reads,
 * {@link app.countersign.backup.Writing} and {@link app.countersign.backup.Envelope} make the file,
 * {@link app.countersign.backup.Restoring} fills an empty database, {@link app.countersign.backup.Proof} compares. The
 * upper half keeps the runs and tells of them.
 *
 * <p>The form of a backup: a line with the words {@code countersign-backup 1} and the SHA-256 of the next line; a line of
 * JSON with the backup's id, its time, the schema's version and the file's own key, encrypted with the installation's
 * key; then, encrypted and authenticated with the file's key (AES-256-GCM-HKDF in segments of 1 MB) and bound to both
 * lines, a sequence of records. See {@link app.countersign.backup.Records}.
 */
package app.countersign.backup;
