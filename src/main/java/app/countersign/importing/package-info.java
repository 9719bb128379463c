/**
 * Sub-processors, measures and contracts from a table that somebody kept elsewhere. What is brought is read within bounds
 * and kept as a draft; a person sees what would come of it, with a message for each cell that is wrong, and then everything
 * is entered in one transaction, or nothing.
 *
 * <p>How a table is read ({@link app.countersign.importing.Grid}) knows nothing of what is in it; what a row means is said
 * by an {@link app.countersign.importing.Intake}, one for each kind, which asks the rooms that would be asked if somebody
 * typed it, so that no rule is told twice.
 */
package app.countersign.importing;
