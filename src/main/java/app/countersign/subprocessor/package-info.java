/**
 * The register of sub-processors: who processes data for a processor, where, on what contract, and whether that place is
 * one that the processor's contracts and the law allow.
 *
 * <p>A sub-processor is a role that an organisation plays; what it does here is an engagement. Whether a place is allowed
 * is never a constant: the contract forms' {@code place} terms say it, and the dated lists of adequate countries. This
 * room stands below contracts, so it asks through {@link app.countersign.subprocessor.Bindings} which forms bind a
 * processor. What a document has long agreed to and the law does not carry is kept and shown as such, never settled here.
 */
package app.countersign.subprocessor;
