package app.countersign.terms;

/**
 * A provision of the words that a term may cite.
 *
 * @param id as in the words, without the prefix {@code clause-}: {@code 4-3}, {@code A-1-backup}
 * @param label as people cite it: {@code § 4 Abs. 3}
 * @param heading of the clause or of the one around it; empty when there is none
 * @param text its words, white space folded
 * @param line where it stands in the words, from 1
 */
public record Clause(String id, String label, String heading, String text, int line) {}
