/**
 * Who may do what: accounts, roles, sign-in, API keys, and the language a person reads.
 *
 * <p>A person signs in on a page and is remembered in the session by the account's id only: each request asks the
 * database whether the account still stands, so that a closed account is out at once, on every instance. A program
 * presents an API key, which stands for an account.
 */
package app.countersign.access;
