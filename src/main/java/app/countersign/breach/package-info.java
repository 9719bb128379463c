/**
 * Breaches of personal data protection: from the first report to the last notice. Who is concerned follows from the
 * contracts, by when each must be told follows from each contract's own terms, and the clocks run from the moment of the
 * report. What is not known yet is amended later; nothing that was told is changed.
 *
 * <p>What people judge and decide is only ever added: {@link app.countersign.breach.Judgement}, {@link
 * app.countersign.breach.Decision} and {@link app.countersign.breach.AuthorityReport} have no verbs. Whether somebody may
 * be left untold and whether a breach may be closed are policies without a database, {@link
 * app.countersign.breach.Silence} and {@link app.countersign.breach.Closability}.
 */
package app.countersign.breach;
