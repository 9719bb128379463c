/**
 * Who may do what: accounts, roles, sign-in, API keys, and the language a person reads.
 *
 * <p>A person signs in on a page and is remembered in the session by the account's id only: each request asks the
 * database whether the account still stands, so that a closed account is out at once, on every instance. A program
 * presents an API key, which stands for an account; the key's scopes are asked for at one gate, before any resource runs.
 *
 * <p>Where the settings name an OpenID Connect provider, people may sign in there. The messages, and the rules by which an
 * ID token is believed, are those of the Nimbus library. The platform's own mechanism for it was passed over: it can't
 * stand beside another, and is configured when the application is deployed, whether there is a provider or not.
 */
package app.countersign.access;
