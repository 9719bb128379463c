package app.countersign.kernel;

/**
 * A person's data go: whoever keeps some of it forgets it in the same transaction. Fired as a CDI event by the room in
 * which the person was, such as {@code access} for an account.
 *
 * @param kind {@code account} or {@code customer}
 * @param id the account's id, or the customer's e-mail address
 */
public record PersonErased(String kind, String id) {}
