/**
 * Calls to other people's programs, such as a pager. A room that has something to tell says it in its own transaction, as
 * it puts a mail into the outbox; a job makes the calls afterwards, in order, and tries for days before it gives up. A
 * call carries the same id on every attempt and is signed (Standard Webhooks 1.0), so that its receiver can tell that it
 * is ours and that it had it before.
 *
 * <p>Where a call goes is typed by a person, so nothing is followed that leads elsewhere: the address is looked up and
 * judged for every call, and that very address is called.
 */
package app.countersign.webhook;
