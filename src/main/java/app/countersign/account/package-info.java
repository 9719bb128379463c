/**
 * People: the pages and the interface through which administrators keep accounts, the page on which everybody keeps
 * their own, and the mails with links.
 *
 * <p>What an account is and who may do what with it stands in {@code access}, on which every room rests. What is here
 * needs rooms that rest on {@code access} themselves: mail, jobs, and the processors by their names.
 */
package app.countersign.account;
