/**
 * Contracts from draft to their end: which version of which template between whom, the signature page, what came back,
 * countersigning, what is in force since when and until when.
 *
 * <p>A contract changes through verbs that refuse what its state does not allow, with a reason that page, API and trail
 * share. When it takes effect is computed from dates that were recorded and never typed in. Whatever the words say is
 * read from the template version that the contract was made with, which never changes again.
 */
package app.countersign.contract;
