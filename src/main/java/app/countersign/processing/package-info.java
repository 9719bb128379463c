/**
 * The record of processing of a processor (Art. 30(2) GDPR, Art. 12(3) FADP). Nobody keeps it: it is what the other rooms
 * know already, put together at the moment somebody asks. Controllers and contacts come from the contracts in force, what
 * is processed from the clauses of their forms, recipients and transfers from the register of sub-processors, and what is
 * done for security from the measures.
 *
 * <p>What is not known is said to be so, never filled in.
 */
package app.countersign.processing;
