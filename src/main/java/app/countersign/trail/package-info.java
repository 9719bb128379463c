/**
 * The record of who did what, that nobody can rewrite unseen. It observes the kernel's domain events, so that no room
 * has to know it, and writes its row in the transaction of the change: either both are there or neither.
 *
 * <p>Acts don't wait for each other: a row is written with a seal of its own, and gets its place in the hash chain within
 * a second of its commit, one instance doing it at a time ({@link app.countersign.trail.ChainStep}). The chain's end is
 * signed each time, and taken out of the house each day. In the second between, a row can be edited by nobody without its
 * seal breaking; that one vanishes, only the instance that wrote it would know.
 *
 * <p>Persons stand here by pseudonym, and what events tell of persons stands beside the chain, which holds salted hashes
 * of it ({@link app.countersign.trail.Told}): so they can be forgotten while the chain stays whole.
 *
 * <p>{@link app.countersign.trail.Verifier} is one file without dependencies. The application verifies its rows with it,
 * and ships it in every export as it stands.
 */
package app.countersign.trail;
