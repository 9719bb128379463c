/**
 * What people without an account see: the customer's contract behind a personal link, and the public verification.
 *
 * <p>Nothing here decides anything. The link's token, checked by {@link app.countersign.contract.Signing} at every call,
 * is all that lets a customer in, so the pages keep no state on the server and survive whatever ends a session.
 */
package app.countersign.portal;
