package app.countersign.access;

import java.util.Locale;
import java.util.UUID;

/**
 * A link was made and must be mailed. Mail stands above this room, so it is told by an event; whoever observes it writes
 * the mail in the same transaction. No domain event: it holds a secret.
 *
 * @param invitation whether the person is new, rather than forgetful
 * @param word the secret part of the link
 */
public record LinkMade(
        UUID account, String name, String email, Locale language, String userName, boolean invitation, String word) {

    /** Not for a log. */
    @Override
    public String toString() {
        return "a link for account " + account;
    }
}
