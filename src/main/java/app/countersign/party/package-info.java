/**
 * Organisations, the people to reach there, and their addresses. Processor, controller and sub-processor are roles that
 * an organisation plays in a contract or an engagement, never kinds of organisation; so nothing here says which it is.
 *
 * <p>Names are found by an index over folded name parts ({@link app.countersign.party.SearchKey}), which costs the same
 * with a hundred organisations and with a hundred thousand, on either database.
 */
package app.countersign.party;
