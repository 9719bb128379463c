/**
 * Who may do what: accounts, roles, sign-in, second factors, sessions, API keys, and the language a person reads.
 *
 * <p>A person signs in on a page. What the browser's session remembers is the id of a row, and each request asks the
 * database whether that row and its account still stand, so that a session that is ended, or an account that is closed,
 * is out at once, on every instance. Until all is given that is asked (a code, another password, a second factor to set
 * up), the person is a stranger to all rooms: the pages that ask stand outside them, under {@code /welcome}. Failed
 * attempts, time steps that were used and fresh proofs are rows likewise: nothing that matters is in memory. A program
 * presents an API key, which stands for an account; the key's scopes are asked for at one gate, before any resource runs.
 *
 * <p>Every room rests on this one, so it sends no mail and runs no job itself: the room {@code account} does, which
 * observes {@link app.countersign.access.LinkMade}.
 *
 * <p>Where the settings name an OpenID Connect provider, people may sign in there. The messages, and the rules by which an
 * ID token is believed, are those of the Nimbus library. The platform's own mechanism for it was passed over: it can't
 * stand beside another, and is configured when the application is deployed, whether there is a provider or not.
 */
package app.countersign.access;
