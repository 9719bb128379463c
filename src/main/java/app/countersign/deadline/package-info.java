/**
 * Clocks. Any room starts one from a term of a contract or a rule of the law; it warns, falls due, is met or missed, and
 * escalates until somebody takes note. A clock keeps the rule that it started with, whatever becomes of contract or law.
 *
 * <p>What is due is found by one index on the next instant at which something is to be said, so that a sweep costs what
 * is due and not what exists. Saying it and noting that it was said are one transaction.
 */
package app.countersign.deadline;
