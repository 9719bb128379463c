/**
 * Breaches of personal data protection: from the first report to the last notice. Who is concerned follows from the
 * contracts, by when each must be told follows from each contract's own terms, and the clocks run from the moment of the
 * report. What is not known yet is amended later; nothing that was told is changed.
 */
package app.countersign.breach;
