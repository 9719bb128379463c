/**
 * What is done for security, since when, and proven by what. The measures are those that the annexes of the templates
 * state, word for word; each has versions, an owner, reviews and evidence.
 *
 * <p>A measure carries what its light depends on, until when it is proven, from when that ends, whether something
 * failed, so that a list costs what it shows however much evidence there is. The light itself is a policy without a
 * database, {@link app.countersign.measure.Standing}.
 *
 * <p>Nothing lowers a level silently: what promises less than before waits as a proposal until a second person has
 * decided ({@link app.countersign.measure.Lowering}), whether a person wrote it or a template's new version says so.
 *
 * <p>The contracts lie above this room. What it must know of them, which templates are on offer and who signed which
 * annex, that room answers through {@link app.countersign.measure.SignedAnnexes}.
 */
package app.countersign.measure;
