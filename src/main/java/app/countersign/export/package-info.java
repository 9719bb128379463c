/**
 * What an auditor takes away: one archive of measures, evidence and what belongs to them, that proves itself offline.
 *
 * <p>A choice is asked for and built by a job, so that nobody has to wait on a page; one instance builds one archive at a
 * time, and one that died leaves a choice that is simply begun again. What is known is taken as of the instant of the
 * asking, and how the archive is written leaves no freedom: the same choice gives the same bytes but for time, the
 * trail's head and the signature.
 *
 * <p>{@link app.countersign.export.Verify} is one file without dependencies, shipped in every archive as it stands. It
 * also says how an archive is laid out, and {@link app.countersign.export.Archive} writes with the same lines: there is
 * one truth about each byte.
 *
 * <p>Jobs see everything, so what the asker may see is decided here once more, when the archive is built and until it is
 * offered ({@link app.countersign.export.Sight}).
 */
package app.countersign.export;
