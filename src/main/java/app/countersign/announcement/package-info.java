/**
 * Changes of sub-processors, told to every controller whom they concern, each by the rule of its own contract.
 *
 * <p>A change is told contract by contract, in a transaction of its own that holds the row that it was told, the mail and
 * how far the campaign has come; so a kill at any moment leaves nobody told twice and nobody forgotten. What the contract's
 * {@code engage} and {@code place} terms demand is kept with that row: whether the controller is asked, whether silence
 * counts, until when. The change takes effect for a contract only when its own row allows it, and an objection stops it for
 * that contract alone. An announcement that was a mistake is withdrawn, and whoever was told is told of that.
 *
 * <p>Anybody may subscribe to what is announced. Of a subscriber an address is known and nothing else, and whatever this
 * room answers a stranger is the same whether that address is subscribed or not.
 */
package app.countersign.announcement;
