package app.countersign.breach;

/**
 * What demands that somebody is told.
 *
 * @param cited as people cite it, in their language: {@code § 10 Abs. 1}, {@code Art. 33 Abs. 2 DSGVO}; may be empty
 * @param byContract whether it is a clause of the contract, rather than the law
 */
record Demand(String cited, boolean byContract) {}
